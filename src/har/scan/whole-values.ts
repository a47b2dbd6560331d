import * as byteOf from './byte-classes.ts'
import { type Keep, NOTHING } from './keep.ts'
import { Likeness } from './likeness.ts'
import { MARKS } from './marked-headers.ts'
import { DECLINED } from './marked-text.ts'
import { Pattern } from './pattern.ts'
import type { StructureFinder } from './structure-finder.ts'
import { ValueReader } from './value-reader.ts'

/**
 * In so many values' distance from the end of a chunk, each is first checked for its own end: finding out in the midst of a
 * value discards the code that was optimized for whole ones.
 */
const NEAR = 4
/** How many patterns are compared. */
const MOST = 4
/** If so many values in a row follow none, only each so many-th is compared and remembered. */
const [MANY, RARELY] = [16, 8]

/**
 * Reads values that lie whole in a chunk, by the marks that a {@link StructureFinder} finds there. Of each it keeps what the
 * scanner would keep; it leaves what is wrong, cut off or unusual to the scanner.
 */
export class WholeValues extends ValueReader {
  /** The value that was read last, and whether it was taken before it was made. */
  last: unknown
  isTaken = false
  /** How many bytes the longest value had. */
  #longest = 0
  /** Those of the chunk, the last one that a value followed first, and those that aren't used. */
  #patterns: Pattern[] = []
  readonly #idle: Pattern[] = []
  /** How many values in a row have followed none. */
  #missed = 0
  readonly #like = new Likeness()
  readonly #take: (like: Likeness) => boolean

  /** `take` gets each value that is like another one, and reports whether it has made of it what it needs. */
  constructor(finder: StructureFinder, take: (like: Likeness) => boolean) {
    super(finder)
    this.#take = take
  }

  /** Another chunk follows. */
  override forget(): void {
    super.forget()
    for (const pattern of this.#patterns) this.#idle.push(pattern)
    this.#patterns = []
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
    const first = this.next
    this.isTaken = false
    try {
      if (this.#missed > MANY && this.#missed++ % RARELY !== 0) this.#readAny(at, keep)
      else if (!this.#readAlike(at)) {
        this.next = first
        this.#learn(at, keep)
      }
    } catch (error) {
      if (error !== DECLINED) throw error
      this.next = before
      return -1
    } finally {
      this.pattern = null
    }
    this.#longest = Math.max(this.#longest, this.at - at)
    return this.at
  }

  #readAny(at: number, keep: Keep): void {
    this.at = at
    this.last = this.outermost(keep)
    // A member that came later may say otherwise.
    if (this.leftOut?.(this.without, this.outside) === false) throw DECLINED
  }

  /** Reads a value that others may be like. */
  #learn(at: number, keep: Keep): void {
    this.#missed++
    const pattern =
      (this.#patterns.length < MOST ? null : this.#patterns.pop()) ?? this.#idle.pop() ?? new Pattern()
    this.#idle.push(pattern)
    pattern.begin(at, this.next)
    this.pattern = pattern
    this.#readAny(at, keep)
    if (!pattern.isUsable) return
    pattern.end = this.at
    pattern.endMark = this.next
    pattern.value = this.last
    pattern.leftOut = this.leftOut
    pattern.without = pattern.containers.indexOf(this.without)
    pattern.outside = pattern.containers.indexOf(this.outside)
    this.#idle.pop()
    this.#patterns.unshift(pattern)
  }

  /** Reports whether a value is like one of the patterns, and was read. */
  #readAlike(at: number): boolean {
    const mark = this.next
    for (let i = 0; i < this.#patterns.length; i++) {
      const pattern = this.#patterns[i] as Pattern
      if (!this.#follows(pattern, at, mark)) continue
      this.isTaken = this.#take(this.#like)
      const whole = this.isTaken ? undefined : this.#like.whole()
      if (whole === null) continue
      this.last = whole
      if (i > 0) {
        this.#patterns.splice(i, 1)
        this.#patterns.unshift(pattern)
      }
      this.#missed = 0
      return true
    }
    return false
  }

  /** Reports whether a value is written as a pattern is but for some parts, which are read. */
  #follows(pattern: Pattern, start: number, mark: number): boolean {
    const marks = mark - pattern.startMark
    let places = start - pattern.start
    let from = pattern.start
    let part = 0
    this.#like.begin(pattern)
    for (;;) {
      const differs = this.finder.difference(from + places, from, pattern.end + places) - places
      if (differs >= pattern.end) break
      while (part < pattern.count && (pattern.ends[part] as number) < differs) part++
      if (part === pattern.count || (pattern.starts[part] as number) > differs) return false
      this.at = (pattern.starts[part] as number) + places
      this.next = (pattern.marks[part] as number) + marks
      if (!this.#readPart(pattern, part)) return false
      from = pattern.ends[part] as number
      places = this.at - from
      part++
    }
    this.at = pattern.end + places
    this.next = pattern.endMark + marks
    return this.at <= this.end
  }

  /** Reads a part that differs. Reports whether it's of the same kind. */
  #readPart(pattern: Pattern, part: number): boolean {
    const keep = pattern.keeps[part] ?? null
    const byte = this.bytes[this.at] as number
    const before = this.next
    let value: unknown
    if (keep === null) {
      value = this.item()
      if (this.next !== before + MARKS) return false
    } else {
      const isText = byte === byteOf.QUOTE
      if (isText !== (this.bytes[pattern.starts[part] as number] === byteOf.QUOTE)) return false
      if (byte === byteOf.OPEN_LIST || byte === byteOf.OPEN_OBJECT) return false
      value = this.leaf(byte, keep)
      if (keep === NOTHING) return true
    }
    this.#like.add(part, value, keep === null && this.isKnown)
    return true
  }
}
