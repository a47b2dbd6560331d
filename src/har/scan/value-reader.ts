import * as byteOf from './byte-classes.ts'
import { ALL, type Keep, NOTHING } from './keep.ts'
import { type KnownName, KnownNames } from './known-names.ts'
import { DECLINED } from './marked-text.ts'
import type { Pattern } from './pattern.ts'
import { RepeatedLists } from './repeated-lists.ts'
import type { StructureFinder } from './structure-finder.ts'

/** Deeper nesting is left to the reader that has no stack to overflow. */
const DEEPEST = 200
/** Of a string that stands where an object or a list is looked for, only its kind matters. */
const ENOUGH_FOR_KIND = 16
/** A UTF-16 code unit takes that many bytes at most, written as an escape. */
const LONGEST_UNIT = 6

/** Reads values by the marks of their text, and keeps of each what the scanner would keep. */
export abstract class ValueReader extends RepeatedLists {
  /** What is found out about the value that is read; null: nothing. */
  protected pattern: Pattern | null = null
  /** What was left out, and of which object in which other one. */
  protected leftOut: Keep['needless'] | null = null
  protected without: object = {}
  protected outside: object = {}
  readonly #names: KnownNames
  #depth = 0
  /** The object whose members are read. */
  #around: object = {}
  /** The pattern's number of the container that is read, and the name or index of what is read in it. */
  #owner = -1
  #key: string | number = ''

  constructor(finder: StructureFinder) {
    super(finder)
    this.#names = new KnownNames(finder.room)
  }

  /** Reads the value at a place, which no other one is around. */
  protected outermost(keep: Keep): unknown {
    this.#depth = 0
    this.#owner = -1
    this.leftOut = null
    return this.#value(keep)
  }

  protected override all(): unknown {
    const { pattern } = this
    this.pattern = null
    const value = this.#value(ALL)
    this.pattern = pattern
    return value
  }

  protected override headerRead(start: number, mark: number, index: number): void {
    this.pattern?.add(start, mark, this.at, null, this.#owner, index)
  }

  /** Reads a string or a scalar. */
  protected leaf(byte: number, keep: Keep): unknown {
    return byte === byteOf.QUOTE ? this.#string(keep) : this.scalar(byte, keep !== NOTHING)
  }

  #value(keep: Keep): unknown {
    const byte = this.byte()
    if (byte === byteOf.OPEN_OBJECT || byte === byteOf.OPEN_LIST) return this.#nested(keep, byte)
    const { at, next } = this
    const value = this.leaf(byte, keep)
    this.pattern?.add(at, next, this.at, keep, this.#owner, this.#key)
    return value
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
    const { pattern } = this
    const owner = this.#owner
    if (pattern !== null) this.#owner = pattern.open(owner, this.#key)
    const value = byte === byteOf.OPEN_LIST ? this.#list(keep) : this.#object(keep)
    if (pattern !== null) pattern.containers[this.#owner] = value
    this.#owner = owner
    this.#depth--
    return value
  }

  #list(keep: Keep): readonly unknown[] {
    const { items = keep.take === 'all' ? ALL : NOTHING, most = Number.POSITIVE_INFINITY, repeats } = keep
    const list: unknown[] = []
    if (this.ends(byteOf.CLOSE_LIST)) return list
    if (repeats === true) return this.repeatedList(this.pattern !== null)
    for (let read = 0; ; read++) {
      const wanted = read < most ? items : NOTHING
      this.#key = read
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
        this.#named(name, object)
        const value = this.#value(ALL)
        if (name === '__proto__')
          Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
        else object[name] = value
      }
    } while (!this.separated(byteOf.CLOSE_OBJECT))
  }

  /** A member comes next. */
  #named(name: string, object: object): void {
    this.#key = name
    // Of those with the same name, only the last one counts.
    if (this.pattern !== null && (name === '__proto__' || Object.hasOwn(object, name)))
      this.pattern.isUsable = false
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
    const names = this.#names.of(keep)
    let nth = 0
    do this.#member(nth++, names, object, outer, keep)
    while (!this.separated(byteOf.CLOSE_OBJECT))
  }

  #member(
    nth: number,
    names: (KnownName | undefined)[],
    object: Record<string, unknown>,
    outer: object,
    keep: Keep,
  ): void {
    this.byte()
    const { at } = this
    const member = this.#names.find(names, nth, keep, at + 1, this.#name())
    const needless = member?.keep.needless
    if (member === null) this.#value(NOTHING)
    else if (needless?.(object, outer) === true) {
      this.#value(NOTHING)
      this.leftOut = needless
      this.without = object
      this.outside = outer
    } else {
      this.#named(member.text, object)
      object[member.text] = this.#value(member.keep)
    }
  }
}
