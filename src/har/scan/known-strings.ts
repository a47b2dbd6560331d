import { BACKSLASH, QUOTE } from './byte-classes.ts'
import { KnownSpans } from './known-spans.ts'

/** Longer strings hardly recur. */
const LONGEST = 64
const SHORT = 4

/** The strings of a JSON text, which has most of them again and again: each is made once. */
export class KnownStrings {
  readonly #bytes: Uint8Array
  readonly #known: KnownSpans<string>
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#known = new KnownSpans(bytes)
  }

  /** Returns the string that is written between two places. */
  at(start: number, end: number): string {
    const length = end - start
    if (length === 0) return ''
    if (length > LONGEST || length < SHORT) return this.once(start, end)
    const known = this.#known.find(start, end)
    if (known !== undefined) return known
    const made = this.once(start, end)
    this.#known.add(start, end, made)
    return made
  }

  /** Returns what is written between two places, but for an escape or a character that the second place cuts. */
  beginning(start: number, end: number): string {
    const bytes = this.#bytes
    let at = start
    for (;;) {
      const byte = bytes[at] as number
      let size = 1
      if (byte === BACKSLASH) size = bytes[at + 1] === 0x75 ? 6 : 2
      else if (byte >= 0xf0) size = 4
      else if (byte >= 0xe0) size = 3
      else if (byte >= 0xc0) size = 2
      if (at + size > end) return this.once(start, at)
      at += size
    }
  }

  /** Returns the string that is written between two places, and doesn't remember it. */
  once(start: number, end: number): string {
    const short = end - start < ROOMS.length ? this.#short(start, end) : null
    if (short !== null) return short
    const text = this.#decoder.decode(this.#bytes.subarray(start, end))
    return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text
  }

  /** Returns a short text in which only quotes and slashes are escaped; null for any other. A view for the decoder costs more. */
  #short(start: number, end: number): string | null {
    const bytes = this.#bytes
    const room = ROOMS[end - start] as Uint8Array
    let escapes = 0
    for (let at = start, i = 0; at < end; at++) {
      let byte = bytes[at] as number
      if (byte === BACKSLASH) {
        byte = bytes[++at] as number
        if (byte !== QUOTE && byte !== BACKSLASH && byte !== SLASH) return null
        escapes++
      }
      room[i++] = byte
    }
    if (escapes === 0) return this.#decoder.decode(room)
    const shorter = ROOMS[end - start - escapes] as Uint8Array
    for (let i = 0; i < shorter.length; i++) shorter[i] = room[i] as number
    return this.#decoder.decode(shorter)
  }
}

const SLASH = 0x2f

/** Room for the bytes of a text of each length. */
const ROOMS = Array.from({ length: 2 * LONGEST }, (_, length) => new Uint8Array(length))
