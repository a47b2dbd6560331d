import { BACKSLASH } from './byte-classes.ts'
import { type Keep, keepOf, type Member } from './keep.ts'
import { DECLINED } from './marked-text.ts'

/** A name that stood at a place of an object: how it's written, and what is kept of its value. */
export interface KnownName {
  readonly bytes: Uint8Array
  readonly first: number
  readonly last: number
  readonly member: Member | null
}

/** The names of an object's members are mostly those of the object before, in the same order: then none needs to be looked up. */
export class KnownNames {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #known = new Map<Keep, (KnownName | undefined)[]>()

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Returns the names of the members of objects of which the same was kept, by their places. */
  of(keep: Keep): (KnownName | undefined)[] {
    const known = this.#known.get(keep)
    if (known !== undefined) return known
    const made: (KnownName | undefined)[] = []
    this.#known.set(keep, made)
    return made
  }

  /** Returns what is kept of the member whose name is written between two places, if anything is. Throws what is odd. */
  find(names: (KnownName | undefined)[], at: number, keep: Keep, start: number, end: number): Member | null {
    const known = at < names.length ? names[at] : undefined
    if (known !== undefined && known.bytes.length === end - start && this.#isSame(known, start, end))
      return known.member
    const member = keep.members === undefined ? null : keepOf(keep.members, this.#bytes, start, end)
    // Written otherwise it may be one that is kept.
    if (member === null && this.#isEscaped(start, end)) throw DECLINED
    if (at <= names.length && at < MOST && end - start >= SHORTEST && end - start <= LONGEST)
      names[at] = {
        bytes: this.#bytes.slice(start, end),
        first: this.#view.getInt32(start, true),
        last: this.#view.getInt32(end - SHORTEST, true),
        member,
      }
    return member
  }

  #isEscaped(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#bytes[at] === BACKSLASH) return true
    return false
  }

  #isSame({ bytes, first, last }: KnownName, start: number, end: number): boolean {
    const view = this.#view
    if (view.getInt32(start, true) !== first || view.getInt32(end - SHORTEST, true) !== last) return false
    for (let at = SHORTEST; at < bytes.length - SHORTEST; at++)
      if (this.#bytes[start + at] !== bytes[at]) return false
    return true
  }
}

/** The lengths of names that are remembered, and of how many members of an object. */
const SHORTEST = 4
const LONGEST = 40
const MOST = 40
