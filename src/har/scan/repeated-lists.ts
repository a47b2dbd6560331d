import * as byteOf from './byte-classes.ts'
import { KnownSpans } from './known-spans.ts'
import { MARKS, MarkedHeaders } from './marked-headers.ts'
import { recurs } from './repeated-list.ts'
import type { StructureFinder } from './structure-finder.ts'

/** A list of the chunk, with the places after its items and after itself. */
interface KnownList {
  readonly list: readonly unknown[]
  readonly ends: readonly number[]
  readonly end: number
}

/** Reads lists of headers, which mostly have the same ones as others before. */
export abstract class RepeatedLists extends MarkedHeaders {
  readonly #known: KnownSpans<unknown>
  /** The lists of the chunk, by their first items. */
  readonly #lists = new Map<unknown, KnownList>()
  /** The items of the list that is read, the places after them, and how many there are. */
  readonly #items: unknown[] = []
  readonly #ends: number[] = []
  #count = 0
  /** Whether the item that was read last has the usual form, and whether it was known. */
  #isUsual = false
  protected isKnown = false

  constructor(finder: StructureFinder) {
    super(finder)
    this.#known = new KnownSpans(finder.room)
  }

  /** Reads the value that comes next, all of it. */
  protected abstract all(): unknown

  /** A header of a list was read, which begins at a place after so many marks. */
  protected abstract headerRead(start: number, mark: number, index: number): void

  /** Another chunk follows. */
  forget(): void {
    this.count = -1
    this.#lists.clear()
  }

  /**
   * Reads the rest of a list that isn't empty. The same items are the same objects, and a whole list may be one that was read
   * before, unless each item has to be read.
   */
  protected repeatedList(isEach: boolean): readonly unknown[] {
    this.#count = 0
    const first = this.#next()
    const known = isEach ? undefined : this.#lists.get(first)
    this.#add(first)
    let areUsual = this.#isUsual
    let wasKnown = false
    for (;;) {
      if (known !== undefined && this.#count < known.list.length) {
        const read = this.#count
        const same = this.#sameAs(known)
        if (same !== null) return same
        wasKnown ||= this.#count > read
      }
      if (this.separated(byteOf.CLOSE_LIST)) break
      this.#add(this.#next())
      areUsual &&= this.#isUsual
    }
    // What grows has room for more, but what is kept doesn't need it.
    const list = this.#items.slice(0, this.#count)
    // One in which others have had a part still is a good one to compare with.
    if (areUsual && !wasKnown)
      this.#lists.set(first, { list, ends: this.#ends.slice(0, this.#count), end: this.at })
    return list
  }

  #next(): unknown {
    this.byte()
    const { at, next } = this
    const item = this.item()
    if (this.#isUsual) this.headerRead(at, next, this.#count)
    return item
  }

  #add(item: unknown): void {
    this.#items[this.#count] = item
    this.#ends[this.#count++] = this.at
  }

  /** Reads on as far as the bytes are those of another list after as many items. Returns that list if it's the same as a whole. */
  #sameAs({ list: others, ends, end }: KnownList): readonly unknown[] | null {
    const from = ends[this.#count - 1] as number
    const { at } = this
    const to = at + end - from
    if (to > this.end) return null
    const differs = this.finder.difference(at, from, to)
    if (differs >= to && this.#areFirstOf(others)) {
      // In a list, each is followed by a comma.
      this.next += (others.length - this.#count) * (MARKS + 1) + 1
      this.at = to
      recurs(others)
      return others
    }
    while (this.#count < others.length) {
      const place = at + (ends[this.#count] as number) - from
      if (place > differs) break
      this.next += MARKS + 1
      this.at = place
      this.#add(others[this.#count])
    }
    return null
  }

  #areFirstOf(others: readonly unknown[]): boolean {
    for (let i = 0; i < this.#count; i++) if (this.#items[i] !== others[i]) return false
    return true
  }

  /** Reads an item that probably was read before. */
  protected item(): unknown {
    this.#isUsual = false
    this.isKnown = false
    if (this.byte() !== byteOf.OPEN_OBJECT) return this.all()
    const start = this.at
    const last = this.next + MARKS - 1
    const end = this.mark(last)
    const mayBeUsual = end < this.end && this.bytes[end] === byteOf.CLOSE_OBJECT
    const known = mayBeUsual ? this.#known.find(start, end) : undefined
    const header = known === undefined && mayBeUsual ? this.header() : null
    if (known !== undefined || header !== null) {
      this.#isUsual = true
      this.next = last + 1
      this.at = end + 1
      this.isKnown = header === null
      if (header !== null) this.#known.add(start, end, header)
      return header ?? known
    }
    const item = this.all()
    if (this.at === end + 1) {
      this.#isUsual = true
      this.#known.add(start, end, item)
    }
    return item
  }
}
