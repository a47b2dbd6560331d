import type { Verdict } from '../verdict/verdict.ts'
import { type ApiResponse, responsesOf } from './api-response.ts'

/**
 * What somebody reads from the answers of an API origin. Of the answers that a reader finds alike those of two
 * fetches are kept, the first ones, so that one is left where a fetch passes over its own. A reader finds alike all
 * that it would read the same from; how many answers there are then costs nothing.
 */
export interface Reader {
  /** Where an answer is looked up, '' where all are read; null where the reader doesn't read it. */
  readonly shelf: (answer: ApiResponse) => string | null
  /** What the reader tells answers apart by. */
  readonly by: (answer: ApiResponse) => string | number | boolean | null | readonly unknown[]
  /** Whose answers are kept, two of each that are alike; a fetch's unless given. */
  readonly of?: (answer: ApiResponse) => unknown
  /** After how many on a shelf the reader has seen enough; never unless given. */
  readonly most?: number
}

/** The answers of the fetches to one API origin, as their readers keep them. */
export interface Siblings {
  /** Returns the answers on a shelf of a reader, in the order of time: the same list until an unlike one comes. */
  read(reader: Reader, shelf?: string): readonly ApiResponse[]
}

/** The answers of one API origin, which grow. */
export interface GrowingSiblings extends Siblings {
  /** Takes the fetches of now; returns whether a list changed that somebody has read. */
  update(verdicts: readonly Verdict[]): boolean
}

interface Kept {
  answers: ApiResponse[]
  readonly owners: Map<string, Set<unknown>>
}

type Shelves = Map<string, Kept>

const EACH = 2
const NONE: readonly ApiResponse[] = []

/** Returns the answers of fetches, to be read. */
export function siblingsAmong(verdicts: readonly Verdict[]): GrowingSiblings {
  let now: readonly Verdict[] = verdicts
  const readers = new Map<Reader, Shelves>()
  return {
    read: (reader, shelf = '') => {
      const shelves = readers.get(reader) ?? new Map<string, Kept>()
      if (!readers.has(reader)) put(now, reader, shelves)
      readers.set(reader, shelves)
      return shelves.get(shelf)?.answers ?? NONE
    },
    update: (later) => {
      const before = now
      now = later
      const isLonger = before.every((verdict, i) => verdict === later[i])
      const changed = [...readers].filter(([reader, shelves]) => {
        try {
          if (isLonger) return put(later.slice(before.length), reader, shelves)
          const again: Shelves = new Map()
          put(later, reader, again)
          readers.set(reader, again)
          return restore(shelves, again)
        } catch {
          // Whoever reads it next has it throw again, and is named.
          return readers.delete(reader)
        }
      })
      return changed.length > 0
    },
  }
}

/** Puts the answers of fetches where a reader finds them; returns whether there was an unlike one. */
function put(
  verdicts: readonly Verdict[],
  { shelf, by, of, most = Infinity }: Reader,
  shelves: Shelves,
): boolean {
  const longer = new Set<Kept>()
  for (const verdict of verdicts)
    for (const answer of responsesOf(verdict)) {
      const name = shelf(answer)
      if (name === null) continue
      const kept: Kept = shelves.get(name) ?? { answers: [], owners: new Map() }
      shelves.set(name, kept)
      if (kept.answers.length >= most) continue
      const likeness = [by(answer)].flat().join('\n')
      const owners = kept.owners.get(likeness) ?? new Set()
      kept.owners.set(likeness, owners)
      const owner = of === undefined ? verdict : of(answer)
      if (owners.has(owner) || owners.size >= EACH) continue
      owners.add(owner)
      // What somebody has read stays as it is.
      if (!longer.has(kept)) kept.answers = [...kept.answers]
      longer.add(kept)
      kept.answers.push(answer)
    }
  return longer.size > 0
}

/** Gives lists that stayed the same back as the objects that they were; returns whether one didn't. */
function restore(old: Shelves, now: Shelves): boolean {
  let changed = now.size !== old.size
  for (const [name, kept] of now) {
    const before = old.get(name)?.answers ?? []
    const same = before.length === kept.answers.length && before.every((one, i) => one === kept.answers[i])
    if (same) kept.answers = before
    else changed = true
  }
  return changed
}

/** What was read of siblings. */
export type Reading = readonly {
  readonly reader: Reader
  readonly shelf: string
  readonly list: readonly ApiResponse[]
}[]

/** Returns siblings that note what is read of them. */
export function noting(siblings: Siblings): Noting {
  const reading: { reader: Reader; shelf: string; list: readonly ApiResponse[] }[] = []
  let current = siblings
  const read: Siblings['read'] = (reader, shelf = '') => {
    const list = current.read(reader, shelf)
    reading.push({ reader, shelf, list })
    return list
  }
  const follow = (next: Siblings): void => {
    current = next
  }
  return { siblings: { read }, reading, follow }
}

/** Siblings whose reading is noted. */
export interface Noting {
  readonly siblings: Siblings
  readonly reading: Reading
  /** Has what is read later be read from the siblings of a later round. */
  follow(next: Siblings): void
}

/** Reports whether siblings still read the same. */
export const isUnchanged = (reading: Reading, siblings: Siblings): boolean =>
  reading.every(({ reader, shelf, list }) => siblings.read(reader, shelf) === list)

/**
 * Returns a function of lists that does its work once per list. A reader's list is the same for every fetch of an
 * API origin, so that a recording with thousands of them isn't read thousands of times over.
 */
export function once<Item, T>(compute: (list: readonly Item[]) => T): (list: readonly Item[]) => T {
  const results = new WeakMap<readonly Item[], { readonly value: T }>()
  return (list) => {
    const found = results.get(list) ?? { value: compute(list) }
    results.set(list, found)
    return found.value
  }
}
