import * as byteOf from './byte-classes.ts'
import { ALL, type Keep, NOTHING } from './keep.ts'
import { KnownNames } from './known-names.ts'
import { KnownSpans } from './known-spans.ts'
import { DECLINED, MarkedText } from './marked-text.ts'
import { MADE, type RepeatedItem } from './repeated-item.ts'
import type { StructureFinder } from './structure-finder.ts'

/** Deeper nesting is left to the reader that has no stack to overflow. */
const DEEPEST = 200
/**
 * In so many values' distance from the end of a chunk, each is first checked for its own end: finding out in the midst of a
 * value discards the code that was optimized for whole ones.
 */
const NEAR = 4
/** Of a string that stands where an object or a list is looked for, only its kind matters. */
const ENOUGH_FOR_KIND = 16
/** A UTF-16 code unit takes that many bytes at most, written as an escape. */
const LONGEST_UNIT = 6

/**
 * Reads values that lie whole in a chunk, by the marks that a {@link StructureFinder} finds there. Of each it keeps what the
 * scanner would keep; it leaves what is wrong, cut off or unusual to the scanner.
 */
export class WholeValues extends MarkedText {
  /** The value that was read last. */
  value: unknown
  readonly #items: KnownSpans<object>
  readonly #names: KnownNames
  #depth = 0
  /** How many bytes the longest value had. */
  #longest = 0
  /** The object whose members are read. */
  #around: object = {}
  /** Reports whether what was left out still isn't needed. */
  #leftOut = () => true

  constructor(finder: StructureFinder) {
    super(finder)
    this.#items = new KnownSpans(finder.room)
    this.#names = new KnownNames(finder.room)
  }

  /** Another chunk follows. */
  forget(): void {
    this.count = -1
  }

  /** Reads the object at a place of the chunk. Returns the place after it, or -1 if it's left to the scanner. */
  read(chunk: Uint8Array, at: number, keep: Keep): number {
    if (chunk.buffer !== this.bytes.buffer || chunk.byteOffset !== this.bytes.byteOffset) return -1
    if (this.count < 0) this.begin(at, chunk.length)
    const before = this.next
    while (this.mark(this.next) < at) this.next++
    if (at + NEAR * this.#longest > this.end && !this.isWhole()) {
      this.next = before
      return -1
    }
    this.at = at
    this.#depth = 0
    this.#leftOut = () => true
    try {
      this.value = this.#read(keep)
      // A member that came later may say otherwise.
      if (!this.#leftOut()) throw DECLINED
    } catch (error) {
      if (error !== DECLINED) throw error
      this.next = before
      return -1
    }
    this.#longest = Math.max(this.#longest, this.at - at)
    return this.at
  }

  #read(keep: Keep): unknown {
    const byte = this.byte()
    if (byte === byteOf.QUOTE) return this.#string(keep)
    if (byte === byteOf.OPEN_OBJECT) return this.#nested(keep, byte)
    if (byte === byteOf.OPEN_LIST) return this.#nested(keep, byte)
    return this.scalar(byte, keep !== NOTHING)
  }

  #string(keep: Keep): unknown {
    const start = this.at + 1
    const end = this.mark(this.next + 1)
    if (end >= this.end) throw DECLINED
    this.next += 2
    this.at = end + 1
    if (keep === NOTHING) return undefined
    if (keep.take === 'all') return this.strings.at(start, end)
    return this.#beginning(start, end, keep)
  }

  #beginning(start: number, end: number, { most = ENOUGH_FOR_KIND, mark = '' }: Keep): string {
    const far = start + most * LONGEST_UNIT
    if (end <= far) {
      const text = this.strings.at(start, end)
      return text.length <= most ? text : this.#cut(text, most) + mark
    }
    return this.#cut(this.strings.beginning(start, far), most) + mark
  }

  /** Half of a surrogate pair is none of a text. */
  #cut(text: string, most: number): string {
    const last = text.charCodeAt(most - 1)
    return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most)
  }

  #nested(keep: Keep, byte: number): unknown {
    if (++this.#depth > DEEPEST) throw DECLINED
    this.next++
    this.at++
    const value = byte === byteOf.OPEN_LIST ? this.#list(keep) : this.#object(keep)
    this.#depth--
    return value
  }

  #list(keep: Keep): unknown[] {
    const { items = keep.take === 'all' ? ALL : NOTHING, most = Number.POSITIVE_INFINITY, repeats } = keep
    const list: unknown[] = []
    if (this.ends(byteOf.CLOSE_LIST)) return list
    for (let read = 0; ; read++) {
      const wanted = read < most ? items : NOTHING
      const item = repeats === true ? this.#repeated(wanted) : this.#read(wanted)
      if (wanted !== NOTHING) list.push(item)
      if (this.separated(byteOf.CLOSE_LIST)) return list
    }
  }

  /** Reads an item that probably was read before. */
  #repeated(keep: Keep): unknown {
    if (this.byte() !== byteOf.OPEN_OBJECT) return this.#read(keep)
    const start = this.at
    // The marks of {"name":"…","value":"…"}.
    const last = this.next + 12
    const end = this.mark(last)
    if (end < this.end && this.bytes[end] === byteOf.CLOSE_OBJECT) {
      const known = this.#items.find(start, end)
      if (known !== undefined) {
        this.next = last + 1
        this.at = end + 1
        return known
      }
    }
    const item = this.#read(keep)
    if (this.at === end + 1) {
      ;(item as RepeatedItem)[MADE] = null
      this.#items.add(start, end, item as object)
    }
    return item
  }

  #object(keep: Keep): object {
    const object: Record<string, unknown> = {}
    if (this.ends(byteOf.CLOSE_OBJECT)) return object
    const outer = this.#around
    this.#around = object
    const names = this.#names.of(keep)
    for (let nth = 0; ; nth++) {
      if (this.byte() !== byteOf.QUOTE) throw DECLINED
      const start = this.at + 1
      const end = this.mark(this.next + 1)
      this.next += 2
      this.at = end + 1
      if (this.byte() !== byteOf.COLON) throw DECLINED
      this.next++
      this.at++
      if (keep.take === 'all') {
        const name = this.strings.at(start, end)
        const value = this.#read(ALL)
        if (name === '__proto__')
          Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
        else object[name] = value
      } else if (keep.members === undefined) this.#read(NOTHING)
      else {
        const member = this.#names.find(names, nth, keep, start, end)
        if (member === null) this.#read(NOTHING)
        else {
          const { needless } = member.keep
          if (needless?.(object, outer) !== true) object[member.text] = this.#read(member.keep)
          else {
            this.#read(NOTHING)
            this.#leftOut = () => needless(object, outer)
          }
        }
      }
      if (this.separated(byteOf.CLOSE_OBJECT)) break
    }
    this.#around = outer
    return object
  }
}
