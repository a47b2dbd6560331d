import { MADE, type RepeatedItem } from './repeated-item.ts'

/** How many items are remembered, and how many bytes such a one may have. */
const MOST = 8192
const LONGEST = 400
const ENOUGH = 100

interface Known {
  readonly bytes: Uint8Array
  readonly item: object
  /** How often it was found lately. */
  found: number
}

/** Objects by how they are written: a recording has most of its headers again and again, and each is read once. */
export class KnownItems {
  readonly #bytes: Uint8Array
  readonly #known: (Known | undefined)[] = Array.from({ length: MOST })

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Returns the item that is written between two places, if it was met before. */
  find(start: number, end: number): object | null {
    const length = end - start
    if (length > LONGEST) return null
    const known = this.#known[this.#slot(start, end)]
    if (known === undefined || known.bytes.length !== length) return null
    const { bytes } = known
    const all = this.#bytes
    // They differ at the end, if anywhere.
    for (let i = length - 1; i >= 0; i--) if (bytes[i] !== all[start + i]) return null
    if (known.found < ENOUGH) known.found++
    return known.item
  }

  add(start: number, end: number, item: object): void {
    if (end - start > LONGEST) return
    ;(item as RepeatedItem)[MADE] = null
    const slot = this.#slot(start, end)
    const known = this.#known[slot]
    // One that recurs isn't forgotten for one that may never come again.
    if (known !== undefined && known.found > 0) known.found--
    else this.#known[slot] = { bytes: this.#bytes.slice(start, end), item, found: 0 }
  }

  /** Some bytes tell most items apart: the last ones, and some of the name. */
  #slot(start: number, end: number): number {
    const bytes = this.#bytes
    let hash = end - start
    for (let at = Math.max(start, end - 10); at < end; at++)
      hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
    for (let at = start + 9; at < start + 27 && at < end; at += 3)
      hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
    return (hash ^ (hash >>> 13)) & (MOST - 1)
  }
}
