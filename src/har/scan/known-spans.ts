/** How many spans are remembered, and how many bytes such a one may have. */
const MOST = 8192
const LONGEST = 400
/** As often a span that was found is kept when another one needs its place. */
const ENOUGH = 100
const STORE = 1 << 20

/** What was made of parts of a JSON text, by how they are written: a recording has most of them again and again. */
export class KnownSpans<Value> {
  readonly #text: DataView
  readonly #stored = new DataView(new ArrayBuffer(STORE))
  readonly #starts = new Int32Array(MOST)
  /** Zero where nothing is known. */
  readonly #lengths = new Int32Array(MOST)
  readonly #found = new Uint8Array(MOST)
  readonly #values: (Value | undefined)[] = Array.from({ length: MOST })
  #used = 0
  /** The span that was looked for last, and its slot. */
  #start = -1
  #end = -1
  #lastSlot = 0

  constructor(bytes: Uint8Array) {
    this.#text = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Returns what was made of such a span between two places. */
  find(start: number, end: number): Value | undefined {
    const length = end - start
    if (length < 4 || length > LONGEST) return undefined
    const slot = this.#slot(start, end)
    this.#start = start
    this.#end = end
    this.#lastSlot = slot
    if (this.#lengths[slot] !== length) return undefined
    const text = this.#text
    const stored = this.#stored
    const from = this.#starts[slot] as number
    // They differ at the end, if anywhere.
    for (let at = length - 4; at >= 0; at -= 4)
      if (text.getInt32(start + at, true) !== stored.getInt32(from + at, true)) return undefined
    if (text.getInt32(start, true) !== stored.getInt32(from, true)) return undefined
    if ((this.#found[slot] as number) < ENOUGH) (this.#found[slot] as number)++
    return this.#values[slot]
  }

  /** Remembers what was made of a span. */
  add(start: number, end: number, value: Value): void {
    const length = end - start
    if (length < 4 || length > LONGEST) return
    const slot = start === this.#start && end === this.#end ? this.#lastSlot : this.#slot(start, end)
    // One that recurs isn't forgotten for one that may never come again.
    if (this.#lengths[slot] !== 0 && (this.#found[slot] as number) > 0) {
      ;(this.#found[slot] as number)--
      return
    }
    if (this.#used + length > STORE) this.#forget()
    this.#copy(start, length)
    this.#starts[slot] = this.#used
    this.#lengths[slot] = length
    this.#found[slot] = 0
    this.#values[slot] = value
    this.#used += length
  }

  #copy(start: number, length: number): void {
    const text = this.#text
    const stored = this.#stored
    const to = this.#used
    for (let at = length - 4; at >= 0; at -= 4)
      stored.setInt32(to + at, text.getInt32(start + at, true), true)
    stored.setInt32(to, text.getInt32(start, true), true)
  }

  #forget(): void {
    this.#lengths.fill(0)
    this.#used = 0
  }

  /** Up to 18 words of a span tell most of them apart; those of hosts, say, differ anywhere. */
  #slot(start: number, end: number): number {
    const text = this.#text
    const step = Math.max(4, (end - start) >> 4)
    let hash = text.getInt32(end - 4, true) ^ (end - start)
    for (let at = start; at < end - 4; at += step)
      hash = Math.imul(hash ^ (hash >>> 15) ^ text.getInt32(at, true), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return (hash ^ (hash >>> 16)) & (MOST - 1)
  }
}
