import { BACKSLASH } from './byte-classes.ts'

/** How many strings are remembered, and how many bytes such a one may have. */
const MOST = 4096
const LONGEST = 64

/** The strings of a JSON text, which has most of them again and again: each is made once. */
export class KnownStrings {
  readonly #bytes: Uint8Array
  readonly #known: (string | undefined)[] = Array.from({ length: MOST })
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Returns the string that is written between two places. */
  at(start: number, end: number): string {
    if (end - start > LONGEST) return this.#made(start, end)
    const bytes = this.#bytes
    let hash = end - start
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
    const slot = (hash ^ (hash >>> 12)) & (MOST - 1)
    const known = this.#known[slot]
    if (known !== undefined && this.#isSame(known, start, end)) return known
    const made = this.#made(start, end)
    // One that is written otherwise than it reads is never found.
    if (made.length === end - start) this.#known[slot] = made
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
      if (at + size > end) return this.#made(start, at)
      at += size
    }
  }

  #isSame(known: string, start: number, end: number): boolean {
    if (known.length !== end - start) return false
    const bytes = this.#bytes
    for (let i = 0; i < known.length; i++) if (known.charCodeAt(i) !== bytes[start + i]) return false
    return true
  }

  #made(start: number, end: number): string {
    const text = this.#decoder.decode(this.#bytes.subarray(start, end))
    return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text
  }
}
