import * as byteOf from './byte-classes.ts'
import { KnownStrings } from './known-strings.ts'
import type { StructureFinder } from './structure-finder.ts'

/** Thrown by those who read such a text, and caught by them: what is odd in any way is left to the reader that goes byte by byte. */
export const DECLINED = new Error('declined')

/** JSON text with its marks, and how far it was read. */
export class MarkedText {
  protected readonly bytes: Uint8Array
  protected readonly strings: KnownStrings
  /** Where the text that can be read ends. */
  protected end = 0
  /** How many marks there are; none yet if the text is new. */
  protected count = -1
  /** The next mark, and the place after what was read. */
  protected next = 0
  protected at = 0
  protected readonly finder: StructureFinder
  readonly #marks: Int32Array

  constructor(finder: StructureFinder) {
    this.finder = finder
    this.bytes = finder.room
    this.#marks = finder.marks
    this.strings = new KnownStrings(finder.room)
  }

  /** Finds the marks from a place on that is outside of strings. */
  protected begin(at: number, length: number): void {
    this.count = this.finder.find(at, length)
    // As if nothing came after what may be wrong.
    this.end = Math.min(length, this.finder.doubt)
    this.next = 0
  }

  protected mark(index: number): number {
    return index < this.count ? (this.#marks[index] as number) : this.end
  }

  /** Reports whether the container that begins at the next mark ends in the text. */
  protected isWhole(): boolean {
    let depth = 0
    for (let i = this.next; i < this.count; i++) {
      const byte = this.bytes[this.#marks[i] as number]
      if (byte === byteOf.OPEN_OBJECT || byte === byteOf.OPEN_LIST) depth++
      else if ((byte === byteOf.CLOSE_OBJECT || byte === byteOf.CLOSE_LIST) && --depth === 0)
        return (this.#marks[i] as number) < this.end
    }
    return false
  }

  /** Returns the first byte that is no space, and has {@link #at} be its place. */
  protected byte(): number {
    const bytes = this.bytes
    let at = this.at
    let byte = bytes[at] as number
    while (byteOf.IS_SPACE[byte] === 1) byte = bytes[++at] as number
    if (at >= this.end) throw DECLINED
    this.at = at
    return byte
  }

  /** Reports whether a container that just began ends at once. */
  protected ends(close: number): boolean {
    if (this.byte() !== close) return false
    this.next++
    this.at++
    return true
  }

  /** Reads what follows a part of a container and reports whether it's the end. */
  protected separated(close: number): boolean {
    const byte = this.byte()
    if (byte !== close && byte !== byteOf.COMMA) throw DECLINED
    this.next++
    this.at++
    return byte === close
  }

  protected scalar(byte: number, isWanted: boolean): unknown {
    const word = byteOf.WORDS.get(byte)
    if (word === undefined) return this.#number(isWanted)
    for (let i = 0; i < word.length; i++) if (this.bytes[this.at + i] !== word[i]) throw DECLINED
    this.at += word.length
    return byte === LETTER_N ? null : byte === LETTER_T
  }

  #number(isWanted: boolean): number {
    const bytes = this.bytes
    const start = this.at
    let at = start
    if (bytes[at] === MINUS) at++
    const whole = at
    let value = 0
    for (; byteOf.IS_DIGIT[bytes[at] as number] === 1; at++)
      value = value * 10 + ((bytes[at] as number) - ZERO)
    const digits = at - whole
    if (digits === 0 || (digits > 1 && bytes[whole] === ZERO)) throw DECLINED
    let scale = 0
    if (bytes[at] === POINT) {
      const point = at
      at = this.#digits(at + 1)
      scale = at - point - 1
      // A product of more digits wouldn't be exact.
      for (let i = point + 1; i < at && digits + scale < EXACT; i++)
        value = value * 10 + ((bytes[i] as number) - ZERO)
    }
    let isPlain = whole === start && digits + scale < EXACT
    if (((bytes[at] as number) | 0x20) === LETTER_E) {
      isPlain = false
      const isSigned = bytes[at + 1] === PLUS || bytes[at + 1] === MINUS
      at = this.#digits(at + (isSigned ? 2 : 1))
    }
    this.at = at
    if (!isWanted) return 0
    // One division of two exact numbers is rounded once, as it has to be.
    return isPlain ? value / (POWERS[scale] as number) : Number(this.strings.at(start, at))
  }

  /** Returns the place after some digits, of which there has to be one. */
  #digits(start: number): number {
    let at = start
    while (byteOf.IS_DIGIT[this.bytes[at] as number] === 1) at++
    if (at === start) throw DECLINED
    return at
  }
}

/** So many digits make an integer that is no longer exact, perhaps. */
const EXACT = 16
const POWERS = Array.from({ length: EXACT }, (_, power) => Number(`1e${power}`))
const [ZERO, MINUS, PLUS, POINT, LETTER_E, LETTER_N, LETTER_T] = [0x30, 0x2d, 0x2b, 0x2e, 0x65, 0x6e, 0x74]
