import { BACKSLASH, LETTER_U } from './byte-classes.ts'

/** A byte buffer that is appended to and cleared repeatedly. */
export class ByteBuffer {
  #bytes = new Uint8Array(4096)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** The bytes so far; valid until the next change. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  clear(): void {
    this.#length = 0
    // One huge value must not keep its memory for the rest of the file.
    if (this.#bytes.length > 1 << 20) this.#bytes = new Uint8Array(4096)
  }

  push(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = byte
  }

  append(bytes: Uint8Array, start: number, end: number): void {
    const more = end - start
    if (more <= 0) return
    if (this.#length + more > this.#bytes.length) this.#grow(more)
    // For a few bytes, a loop is faster than creating the view that `set` needs.
    if (more < 24) for (let i = start; i < end; i++) this.#bytes[this.#length++] = bytes[i] as number
    else {
      this.#bytes.set(bytes.subarray(start, end), this.#length)
      this.#length += more
    }
  }

  /**
   * Shortens the string of JSON that begins at `start` to its first `most` UTF-16 code units, and drops an incomplete
   * escape or character at the end.
   */
  shortenString(start: number, most: number): void {
    const bytes = this.#bytes
    let at = start
    for (let units = 0; units < most && at < this.#length; units++) {
      const byte = bytes[at] as number
      let size = 1
      if (byte === BACKSLASH) size = bytes[at + 1] === LETTER_U ? 6 : 2
      else if (byte >= 0xf0) {
        size = 4
        units++
      } else if (byte >= 0xe0) size = 3
      else if (byte >= 0xc0) size = 2
      if (at + size > this.#length) break
      at += size
    }
    this.#length = at
  }

  #grow(more: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    grown.set(this.bytes)
    this.#bytes = grown
  }
}
