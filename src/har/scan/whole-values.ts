import * as byteOf from './byte-classes.ts'
import { ALL, type Keep, NOTHING } from './keep.ts'
import { type KnownMembers, KnownNames } from './known-names.ts'
import type { KnownObject } from './known-object.ts'
import { DECLINED } from './marked-text.ts'
import { RepeatedLists } from './repeated-lists.ts'
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
export class WholeValues extends RepeatedLists {
  /** The value that was read last. */
  last: unknown
  readonly #names: KnownNames
  #depth = 0
  /** How many bytes the longest value had. */
  #longest = 0
  /** The object whose members are read. */
  #around: object = {}
  /** What was left out, and of which object in which other one. */
  #leftOut: Keep['needless'] | null = null
  #without: object = {}
  #outside: object = {}

  constructor(finder: StructureFinder) {
    super(finder)
    this.#names = new KnownNames(finder.room)
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
    this.#leftOut = null
    try {
      this.last = this.#value(keep)
      // A member that came later may say otherwise.
      if (this.#isNeeded()) {
        // The next one can't have its parts from this one.
        this.chunk++
        throw DECLINED
      }
    } catch (error) {
      if (error !== DECLINED) throw error
      this.next = before
      return -1
    }
    this.#longest = Math.max(this.#longest, this.at - at)
    return this.at
  }

  /** Reports whether what was left out is needed after all. */
  #isNeeded(): boolean {
    return this.#leftOut?.(this.#without, this.#outside) === false
  }

  protected override all(): unknown {
    return this.#value(ALL)
  }

  #value(keep: Keep): unknown {
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
    if (keep.unique === true) return this.strings.once(start, end)
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

  #list(keep: Keep): readonly unknown[] {
    const { items = keep.take === 'all' ? ALL : NOTHING, most = Number.POSITIVE_INFINITY, repeats } = keep
    const list: unknown[] = []
    if (this.ends(byteOf.CLOSE_LIST)) return list
    if (repeats === true) return this.repeatedList()
    for (let read = 0; ; read++) {
      const wanted = read < most ? items : NOTHING
      const item = this.#value(wanted)
      if (wanted !== NOTHING) list.push(item)
      if (this.separated(byteOf.CLOSE_LIST)) return list
    }
  }

  #object(keep: Keep): object {
    const object: Record<string, unknown> = {}
    if (this.ends(byteOf.CLOSE_OBJECT)) return object
    const outer = this.#around
    this.#around = object
    if (keep.members === undefined) this.#members(object, keep)
    else this.#keptMembers(object, outer, keep)
    this.#around = outer
    return object
  }

  /** Reads members of which all or nothing is kept. */
  #members(object: Record<string, unknown>, { take }: Keep): void {
    do {
      this.byte()
      const start = this.at + 1
      const end = this.#name()
      if (take !== 'all') this.#value(NOTHING)
      else {
        const name = this.strings.at(start, end)
        const value = this.#value(ALL)
        if (name === '__proto__')
          Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
        else object[name] = value
      }
    } while (!this.separated(byteOf.CLOSE_OBJECT))
  }

  /** Reads a name and the colon after it, and returns where the name ends. */
  #name(): number {
    if (this.byte() !== byteOf.QUOTE) throw DECLINED
    const end = this.mark(this.next + 1)
    this.next += 2
    this.at = end + 1
    if (this.byte() !== byteOf.COLON) throw DECLINED
    this.next++
    this.at++
    return end
  }

  /** Reads members of which some are kept. */
  #keptMembers(object: Record<string, unknown>, outer: object, keep: Keep): void {
    const known = this.#names.of(keep)
    const { names, before, now } = known
    now.begin()
    const mayBeSame = before.chunk === this.chunk
    let isTried = false
    for (let nth = 0; ; nth++) {
      // Where they have differed, one has to be read.
      const same: number = mayBeSame && !isTried ? this.#sameMembers(before, now, nth, object) : 0
      isTried = same > 0
      if (isTried) nth += same - 1
      else this.#member(nth, names, now, object, outer, keep)
      if (this.separated(byteOf.CLOSE_OBJECT)) break
    }
    now.chunk = this.chunk
    known.before = now
    known.now = before
  }

  #member(
    nth: number,
    names: KnownMembers['names'],
    now: KnownObject,
    object: Record<string, unknown>,
    outer: object,
    keep: Keep,
  ): void {
    this.byte()
    const { at, next } = this
    const member = this.#names.find(names, nth, keep, at + 1, this.#name())
    const needless = member?.keep.needless
    let value: unknown
    if (member === null) this.#value(NOTHING)
    else if (needless?.(object, outer) === true) {
      this.#value(NOTHING)
      this.#leftOut = needless
      this.#without = object
      this.#outside = outer
    } else {
      value = this.#value(member.keep)
      object[member.text] = value
    }
    const place = now.add(at, next, this.at, this.next)
    if (place < 0) return
    const isOwn = needless === undefined && member?.keep.dependsOnOuter !== true
    now.names[place] = isOwn ? (member?.text ?? null) : undefined
    now.values[place] = value
  }

  /** Takes members that are written as those of the last object are; returns how many. */
  #sameMembers(before: KnownObject, now: KnownObject, nth: number, object: Record<string, unknown>): number {
    const { count, starts, startMarks, ends, endMarks, names, values } = before
    if (nth >= count) return 0
    this.byte()
    const places = this.at - (starts[nth] as number)
    const marks = this.next - (startMarks[nth] as number)
    const end = places + (ends[count - 1] as number)
    const differs = this.finder.difference(this.at, starts[nth] as number, Math.min(end + 1, this.end))
    let taken = nth
    // What follows has to be the same too: 1 isn't 12.
    for (; taken < count && places + (ends[taken] as number) < differs; taken++) {
      const name = names[taken]
      if (name === undefined) break
      const value = values[taken]
      this.at = places + (ends[taken] as number)
      this.next = marks + (endMarks[taken] as number)
      if (name !== null) object[name] = value
      const start = places + (starts[taken] as number)
      const place = now.add(start, marks + (startMarks[taken] as number), this.at, this.next)
      now.names[place] = name
      now.values[place] = value
    }
    return taken - nth
  }
}
