import * as byteOf from './byte-classes.ts'
import type { Keep } from './keep.ts'
import { KnownSpans } from './known-spans.ts'
import { MarkedText } from './marked-text.ts'
import { MADE, type RepeatedItem } from './repeated-item.ts'
import type { StructureFinder } from './structure-finder.ts'

/** How many marks {"name":"…","value":"…"} has; in a list, one comma more for each. */
const MARKS = 13

/** A list of the chunk, with the places after its items and after itself. */
interface KnownList {
  readonly list: unknown[] & Partial<RepeatedItem>
  readonly ends: readonly number[]
  readonly end: number
}

/** Reads lists that mostly have the same items as others before, such as those of headers. */
export abstract class RepeatedLists extends MarkedText {
  readonly #items: KnownSpans<RepeatedItem>
  /** The lists of the chunk, by their first items. */
  readonly #lists = new Map<unknown, KnownList>()
  /** The places after the items of the list that is read. */
  readonly #ends: number[] = []
  /** The number of the chunk. */
  protected chunk = 0
  /** Whether the item that was read last has the usual form. */
  #isUsual = false

  constructor(finder: StructureFinder) {
    super(finder)
    this.#items = new KnownSpans(finder.room)
  }

  /** Reads the value that comes next. */
  protected abstract value(keep: Keep): unknown

  /** Another chunk follows. */
  forget(): void {
    this.count = -1
    this.chunk++
    this.#lists.clear()
  }

  /** Reads the rest of a list that isn't empty. The same items are the same objects, and a whole list may be one that was read before. */
  protected repeatedList(keep: Keep): unknown[] {
    const first = this.#item(keep)
    const known = this.#lists.get(first)
    const list = [first]
    this.#ends[0] = this.at
    let areUsual = this.#isUsual
    let wasKnown = false
    for (;;) {
      if (known !== undefined && list.length < known.list.length) {
        const read = list.length
        const same = this.#sameAs(known, list)
        if (same !== null) return same
        wasKnown ||= list.length > read
      }
      if (this.separated(byteOf.CLOSE_LIST)) break
      list.push(this.#item(keep))
      this.#ends[list.length - 1] = this.at
      areUsual &&= this.#isUsual
    }
    // One in which others have had a part still is a good one to compare with.
    if (areUsual && !wasKnown)
      this.#lists.set(first, { list, ends: this.#ends.slice(0, list.length), end: this.at })
    return list
  }

  /** Reads on as far as the bytes are those of another list after as many items. Returns that list if it's the same as a whole. */
  #sameAs({ list: others, ends, end }: KnownList, list: unknown[]): unknown[] | null {
    const from = ends[list.length - 1] as number
    const { at } = this
    const to = at + end - from
    if (to > this.end) return null
    const differs = this.finder.difference(at, from, to)
    if (differs >= to && list.every((item, i) => item === others[i])) {
      this.next += (others.length - list.length) * (MARKS + 1) + 1
      this.at = to
      // Who made something of it once has it again.
      others[MADE] ??= null
      return others
    }
    for (let place = at; list.length < others.length; ) {
      place = at + (ends[list.length] as number) - from
      if (place > differs) break
      this.next += MARKS + 1
      this.at = place
      this.#ends[list.length] = place
      list.push(others[list.length])
    }
    return null
  }

  /** Reads an item that probably was read before. */
  #item(keep: Keep): unknown {
    this.#isUsual = false
    if (this.byte() !== byteOf.OPEN_OBJECT) return this.value(keep)
    const start = this.at
    const last = this.next + MARKS - 1
    const end = this.mark(last)
    const mayBeUsual = end < this.end && this.bytes[end] === byteOf.CLOSE_OBJECT
    const known = mayBeUsual ? this.#items.find(start, end) : undefined
    if (known !== undefined) {
      this.#isUsual = true
      this.next = last + 1
      this.at = end + 1
      return known
    }
    const item = this.value(keep)
    if (this.at === end + 1) {
      this.#isUsual = true
      ;(item as RepeatedItem)[MADE] = null
      this.#items.add(start, end, item as RepeatedItem)
    }
    return item
  }
}
