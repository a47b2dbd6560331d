import { atOnce, type InSteps } from '../in-steps.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type ApiResponse, responsesOf } from './api-response.ts'

/**
 * How a cause or caution reads the responses of an API origin. Of all responses that are equal for a reader, only the
 * first two fetches' are kept: two, so that one is left when a fetch skips its own. The cost therefore doesn't depend on
 * the number of responses.
 */
export interface Reader {
  /** The key under which a response is found, '' if all are read, or null if the reader doesn't read it. */
  readonly shelf: (answer: ApiResponse) => string | null
  /** What distinguishes responses for the reader. */
  readonly by: (answer: ApiResponse) => string | number | boolean | null | readonly unknown[]
  /** Whose responses are kept, two of each that are equal. Default: a fetch's. */
  readonly of?: (answer: ApiResponse) => unknown
  /** The most responses on a shelf that the reader needs. Default: all. */
  readonly most?: number
}

/** The responses of the fetches to one API origin, as their readers keep them. */
export interface Siblings {
  /** Returns the responses on a reader's shelf by time: the same list until a different one is added. */
  read(reader: Reader, shelf?: string): readonly ApiResponse[]
}

/** The growing list of responses of one API origin. */
export interface GrowingSiblings extends Siblings {
  /** Adds the current fetches, in steps; reports whether a list changed that has been read. */
  update(verdicts: readonly Verdict[]): InSteps<boolean>
}

/** What is on a shelf. Most shelves have one response. */
interface Kept {
  answers: readonly ApiResponse[]
  /** The likeness of the first response, and whose it is. */
  readonly likeness: string
  readonly owner: unknown
  /** The owners of all responses by their likeness, once there is a second one. */
  owners: Map<string, unknown[]> | null
}

type Shelves = Map<string, Kept>

const EACH = 2
const NONE: readonly ApiResponse[] = []

/** Returns the responses of fetches for reading. */
export function siblingsAmong(verdicts: readonly Verdict[]): GrowingSiblings {
  let now: readonly Verdict[] = verdicts
  const readers = new Map<Reader, Shelves>()
  return {
    read: (reader, shelf = '') => {
      const shelves = readers.get(reader) ?? new Map<string, Kept>()
      if (!readers.has(reader)) atOnce(put(now, reader, shelves))
      readers.set(reader, shelves)
      return shelves.get(shelf)?.answers ?? NONE
    },
    *update(later) {
      const before = now
      now = later
      const isLonger = before.every((verdict, i) => verdict === later[i])
      let hasChanged = false
      for (const [reader, shelves] of [...readers]) {
        try {
          const again: Shelves = isLonger ? shelves : new Map()
          const isNew = yield* put(isLonger ? later.slice(before.length) : later, reader, again)
          readers.set(reader, again)
          if (isLonger ? isNew : restore(shelves, again)) hasChanged = true
        } catch {
          // The next reader gets the error again, and is then named.
          readers.delete(reader)
          hasChanged = true
        }
      }
      return hasChanged
    },
  }
}

/** How many fetches are read between two chances to pause. */
const MANY = 256

/** Adds the responses of fetches to a reader's shelves, in steps; reports whether one was different. */
function* put(verdicts: readonly Verdict[], reader: Reader, shelves: Shelves): InSteps<boolean> {
  // Lists that have been read aren't modified.
  const growing = new Map<Kept, ApiResponse[]>()
  let isLonger = false
  for (const [i, verdict] of verdicts.entries()) {
    if (i % MANY === MANY - 1) {
      yield
      // Meanwhile, they may have been read.
      growing.clear()
    }
    for (const answer of responsesOf(verdict)) {
      const name = reader.shelf(answer)
      if (name === null) continue
      const kept = shelves.get(name)
      if (kept === undefined) {
        shelves.set(name, firstOn(answer, reader))
        isLonger = true
      } else if (isNew(answer, kept, reader)) {
        const answers = growing.get(kept) ?? [...kept.answers]
        growing.set(kept, answers)
        answers.push(answer)
        kept.answers = answers
        isLonger = true
      }
    }
  }
  return isLonger
}

const firstOn = (answer: ApiResponse, reader: Reader): Kept => ({
  answers: [answer],
  likeness: likenessOf(answer, reader),
  owner: ownerOf(answer, reader),
  owners: null,
})

/** Reports whether a response has to be kept beside those that are on its shelf. */
function isNew(answer: ApiResponse, kept: Kept, reader: Reader): boolean {
  if (kept.answers.length >= (reader.most ?? Infinity)) return false
  const [likeness, owner] = [likenessOf(answer, reader), ownerOf(answer, reader)]
  if (kept.owners === null && likeness === kept.likeness && owner === kept.owner) return false
  kept.owners ??= new Map([[kept.likeness, [kept.owner]]])
  const owners = kept.owners.get(likeness)
  if (owners === undefined) kept.owners.set(likeness, [owner])
  else if (owners.length >= EACH || owners.includes(owner)) return false
  else owners.push(owner)
  return true
}

function likenessOf(answer: ApiResponse, { by }: Reader): string {
  const likeness = by(answer)
  return Array.isArray(likeness) ? likeness.join('\n') : String(likeness ?? '')
}

const ownerOf = (answer: ApiResponse, { of }: Reader): unknown =>
  of === undefined ? answer.verdict : of(answer)

/** Restores the previous objects of lists that didn't change; reports whether one did. */
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

/** What was read from siblings. */
export type Reading = readonly {
  readonly reader: Reader
  readonly shelf: string
  readonly list: readonly ApiResponse[]
}[]

/** Returns siblings that record what is read from them. */
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

/** Siblings that record what is read. */
export interface Noting {
  readonly siblings: Siblings
  readonly reading: Reading
  /** Later reads use the siblings of a later round. */
  follow(next: Siblings): void
}

/** Reports whether siblings still read the same. */
export const isUnchanged = (reading: Reading, siblings: Siblings): boolean =>
  reading.every(({ reader, shelf, list }) => siblings.read(reader, shelf) === list)

/**
 * Returns a function that computes its result once per list. A reader's list is the same for every fetch of an API
 * origin, so thousands of fetches don't read it thousands of times.
 */
export function once<Item, T>(compute: (list: readonly Item[]) => T): (list: readonly Item[]) => T {
  const results = new WeakMap<readonly Item[], { readonly value: T }>()
  return (list) => {
    const found = results.get(list) ?? { value: compute(list) }
    results.set(list, found)
    return found.value
  }
}

const verdictsIn = once((list: readonly ApiResponse[]) => new Set(list.map(({ verdict }) => verdict)))

/** Reports whether a fetch has one of the responses that were read. */
export const isAmong = (verdict: Verdict, reading: Reading): boolean =>
  reading.some(({ list }) => verdictsIn(list).has(verdict))
