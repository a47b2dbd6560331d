import { HarSyntaxError } from '../har-error.ts'
import { ByteBuffer } from './byte-buffer.ts'
import * as byteOf from './byte-classes.ts'
import { mayEnd, type NumberState, numberBegins, numberGoesOn } from './number-grammar.ts'

type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'separator'

const AFTER_BACKSLASH = 5

/**
 * Checks JSON text (RFC 8259; UTF-8 without a byte order mark) that arrives in pieces, which may end at any byte.
 * Subclasses decide what happens with the text. Deep nesting can't overflow its stack.
 */
export abstract class JsonReader {
  /** The opening brackets of the containers around the current position. */
  protected readonly open: number[] = []
  /** What may follow the value: the end of a call if it's the argument of one. */
  #tail: string
  /** How many bytes of the file came before the chunk. */
  #offset: number
  #expected: Expected = 'value'
  #token: 'none' | 'string' | 'number' | 'word' = 'none'
  #isName = false
  /** The beginning of a name that was cut at the end of the previous chunk. */
  readonly #nameSoFar = new ByteBuffer()
  #nameIsEscaped = false
  /** Within an escape: {@link AFTER_BACKSLASH}, or how many hexadecimal digits are still expected. */
  #escape = 0
  #number: NumberState = 'zero'
  #word: Uint8Array = new Uint8Array()
  #wordAt = 0

  /** `offset` is the position of the text in its file; `isArgument` allows the end of a call after the value. */
  constructor(offset = 0, isArgument = false) {
    this.#offset = offset
    this.#tail = isArgument ? ');' : ''
  }

  /** An object begins at `at`. Returns the position after it if it was read; -1 if it isn't complete, or isn't valid. */
  protected takesWhole(_bytes: Uint8Array, at: number): number {
    return at
  }
  /** A value begins with `byte`, at position `at` of the chunk. */
  protected abstract begins(byte: number, at: number): void
  /** A value has ended before `at`. */
  protected abstract ended(bytes: Uint8Array, at: number): void
  /** A container ends; `open` no longer has it. */
  protected abstract closes(opening: number): void
  /** The name of the next member, as written between its quotes. The bytes are valid until the chunk ends. */
  protected abstract named(bytes: Uint8Array, start: number, end: number, isEscaped: boolean): void
  /** The chunk has been read. */
  protected abstract chunkEnds(bytes: Uint8Array): void

  /**
   * Reads the next bytes of the text. Returns how many were read: all, or with `mayStop` those before an object that
   * {@link takesWhole} may yet take.
   * @throws {HarSyntaxError} at the first byte that JSON doesn't allow there.
   */
  feed(bytes: Uint8Array, mayStop = false): number {
    const end = bytes.length
    let at = 0
    while (at < end) {
      if (this.#token === 'string') at = this.#readString(bytes, at)
      else if (this.#token === 'number') at = this.#readNumber(bytes, at)
      else if (this.#token === 'word') at = this.#readWord(bytes, at)
      else {
        const byte = bytes[at] ?? 0
        const after = byte === byteOf.OPEN_OBJECT && this.#takesValue() ? this.takesWhole(bytes, at) : at
        if (after < 0 && mayStop && at > 0) return this.#fed(bytes.subarray(0, at))
        if (after > at) {
          this.#expected = 'separator'
          at = after
        } else {
          if (byteOf.IS_SPACE[byte] === 0) this.#readStructure(bytes, byte, at)
          at++
        }
      }
    }
    return this.#fed(bytes)
  }

  #fed(bytes: Uint8Array): number {
    this.chunkEnds(bytes)
    this.#offset += bytes.length
    return bytes.length
  }

  /**
   * Ends the text.
   * @throws {HarSyntaxError} if its value isn't complete.
   */
  end(): void {
    const inside = this.open.at(-1)
    if (this.#token === 'number' && mayEnd(this.#number) && inside === undefined) {
      this.#token = 'none'
      this.#hasEnded(new Uint8Array(), 0)
    }
    if (this.#token === 'none' && inside === undefined && this.#expected === 'separator') return
    if (this.#token === 'none' && inside === undefined) this.#fail(0, 'the file is empty', true)
    const around = inside === byteOf.OPEN_LIST ? 'an array' : 'an object'
    const within = this.#token === 'string' ? 'a string' : 'a value'
    this.#fail(0, `the file ends inside ${this.#token === 'none' ? around : within}`, true)
  }

  #fail(at: number, reason: string, isCutOff = false): never {
    throw new HarSyntaxError(this.#offset + at, reason, isCutOff)
  }

  #takesValue(): boolean {
    return this.#expected === 'value' || this.#expected === 'value or end'
  }

  #hasEnded(bytes: Uint8Array, at: number): void {
    this.#expected = 'separator'
    this.ended(bytes, at)
  }

  #readStructure(bytes: Uint8Array, byte: number, at: number): void {
    const expected = this.#expected
    // A closing bracket's code is two above that of its opening bracket.
    const close = (this.open.at(-1) ?? 0) + 2
    if (expected === 'colon') {
      if (byte !== byteOf.COLON) this.#fail(at, 'expected ":"')
      this.#expected = 'value'
    } else if (expected === 'separator' && this.open.length === 0) {
      this.#readTail(byte, at)
    } else if (byte === close && expected !== 'value' && expected !== 'name') {
      this.closes(this.open.pop() ?? 0)
      this.#hasEnded(bytes, at + 1)
    } else if (expected === 'separator') {
      if (byte !== byteOf.COMMA) this.#fail(at, `expected "," or "${String.fromCharCode(close)}"`)
      this.#expected = close === byteOf.CLOSE_LIST ? 'value' : 'name'
    } else if (expected === 'value' || expected === 'value or end') {
      this.#readValue(byte, at)
    } else {
      if (byte !== byteOf.QUOTE) this.#fail(at, 'expected a property name in quotes')
      this.#token = 'string'
      this.#isName = true
      this.#nameSoFar.clear()
      this.#nameIsEscaped = false
    }
  }

  #readTail(byte: number, at: number): void {
    const place = this.#tail.indexOf(String.fromCharCode(byte))
    if (place === -1) this.#fail(at, 'more data after the end of the JSON value')
    this.#tail = this.#tail.slice(place + 1)
  }

  #readValue(byte: number, at: number): void {
    if (byte === byteOf.QUOTE) {
      this.begins(byte, at)
      this.#token = 'string'
    } else if (byte === byteOf.OPEN_LIST || byte === byteOf.OPEN_OBJECT) {
      this.begins(byte, at)
      this.open.push(byte)
      this.#expected = byte === byteOf.OPEN_LIST ? 'value or end' : 'name or end'
    } else {
      const state = numberBegins(byte)
      const word = byteOf.WORDS.get(byte)
      if (state === null && word === undefined) this.#fail(at, 'expected a value')
      this.begins(byte, at)
      this.#token = state === null ? 'word' : 'number'
      this.#number = state ?? this.#number
      this.#word = word ?? this.#word
      this.#wordAt = 1
    }
  }

  #readNumber(bytes: Uint8Array, start: number): number {
    for (let at = start; at < bytes.length; at++) {
      const next = numberGoesOn(this.#number, bytes[at] ?? 0)
      if (next === 'wrong') this.#fail(at, 'expected a digit')
      if (next === 'end') {
        this.#token = 'none'
        this.#hasEnded(bytes, at)
        return at
      }
      this.#number = next
    }
    return bytes.length
  }

  #readWord(bytes: Uint8Array, start: number): number {
    for (let at = start; at < bytes.length; at++) {
      if (bytes[at] !== this.#word[this.#wordAt++]) this.#fail(at, 'expected true, false or null')
      if (this.#wordAt < this.#word.length) continue
      this.#token = 'none'
      this.#hasEnded(bytes, at + 1)
      return at + 1
    }
    return bytes.length
  }

  #readString(bytes: Uint8Array, start: number): number {
    const end = bytes.length
    let at = start
    while (at < end) {
      if (this.#escape !== 0) {
        this.#readEscape(bytes, at++)
        continue
      }
      while (at < end && byteOf.ENDS_RUN[bytes[at] as number] === 0) at++
      if (at === end) break
      const byte = bytes[at]
      if (byte === byteOf.QUOTE) return this.#endString(bytes, start, at)
      if (byte !== byteOf.BACKSLASH) this.#fail(at, 'a control character inside a string')
      this.#nameIsEscaped = true
      if (at + 1 < end && byteOf.IS_ESCAPE[bytes[at + 1] as number] === 1) at += 2
      else {
        this.#escape = AFTER_BACKSLASH
        at++
      }
    }
    if (this.#isName) this.#nameSoFar.append(bytes, start, end)
    return end
  }

  /** Reads one more byte of an escape. */
  #readEscape(bytes: Uint8Array, at: number): void {
    const byte = bytes[at] ?? 0
    if (this.#escape === AFTER_BACKSLASH) {
      if (byte !== byteOf.LETTER_U && byteOf.IS_ESCAPE[byte] === 0)
        this.#fail(at, 'an unknown escape inside a string')
      this.#escape = byte === byteOf.LETTER_U ? 4 : 0
    } else {
      if (byteOf.IS_HEX_DIGIT[byte] === 0) this.#fail(at, 'expected four hexadecimal digits')
      this.#escape--
    }
  }

  /** A string ends with the quote at `quote`; the part of it in this chunk begins at `start`. */
  #endString(bytes: Uint8Array, start: number, quote: number): number {
    this.#token = 'none'
    if (!this.#isName) this.#hasEnded(bytes, quote + 1)
    else {
      this.#isName = false
      this.#expected = 'colon'
      const before = this.#nameSoFar
      if (before.length === 0) this.named(bytes, start, quote, this.#nameIsEscaped)
      else {
        before.append(bytes, start, quote)
        this.named(before.bytes, 0, before.length, this.#nameIsEscaped)
      }
    }
    return quote + 1
  }
}
