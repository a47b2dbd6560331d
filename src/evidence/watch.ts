import type { HeaderList } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Chain, Hop } from './chain.ts'
import { type Exchange, plainExchange } from './exchange.ts'
import { differsEachTime } from './kinds.ts'
import { renumbered } from './renumbered.ts'

/**
 * An exchange that stands for all with the same content: its entries have numbers that no other entry has, and what is
 * read of the values that differ each time is noted.
 */
export interface Watched {
  readonly exchange: Exchange
  /** What was read, each once, in the order of reading. It grows. */
  readonly reads: readonly Read[]
}

/** A value that was read: of which of the exchange's entries, and which one. */
export interface Read {
  readonly of: number
  /** A property, or the position of a response header. */
  readonly what: 'started' | 'time' | 'queued' | number
  readonly value: unknown
}

/** The numbers of the entries of watched exchanges: no recording has so many entries. */
const FIRST = -8_765_432_100_000

/** Returns the entries of an exchange, or null if one of them belongs to another fetch too. */
function entriesOf({ chain, cachedPreflight, redirectedByExtension, tried }: Exchange): HarEntry[] | null {
  if (cachedPreflight !== null || redirectedByExtension !== null || tried !== undefined) return null
  const entries: HarEntry[] = []
  for (const { actual, preflight, standIn } of chain) {
    if (standIn !== null) return null
    if (preflight !== null) entries.push(preflight)
    if (actual !== null) entries.push(actual)
  }
  return entries
}

/**
 * Returns everything that can decide what is found out about an exchange, apart from what {@link watch} notes and from
 * what other fetches show. Null: something else may decide it.
 */
export function contentOf(exchange: Exchange): string | null {
  const entries = entriesOf(exchange)
  if (entries === null || sizeOf(entries) > LARGEST) return null
  const { facts, observed } = renumbered(
    { facts: exchange.facts, observed: exchange.observed },
    numbersOf(entries),
  )
  return JSON.stringify([
    exchange.chain.map(({ actual, preflight }) => (actual === null ? 1 : preflight === null ? 2 : 3)),
    entries.map(({ index: _, started: __, time: ___, response, vendor, ...entry }) => [
      entry,
      { ...response, headers: response.headers.map(withoutOwnValue) },
      { ...vendor, queued: null, error: vendor.error === undefined ? false : vendor.error },
    ]),
    facts,
    observed,
  ])
}

/** The most characters of headers that are compared: a page may send thousands. */
const LARGEST = 16_000

function sizeOf(entries: readonly HarEntry[]): number {
  let size = 0
  for (const { request, response } of entries)
    for (const headers of [request.headers, response.headers])
      for (const { name, value } of headers) size += name.length + value.length
  return size
}

const withoutOwnValue = ({ name, value }: HeaderList[number]): readonly string[] =>
  differsEachTime(name) ? [name] : [name, value]

/** Returns the numbers that evidence gets in a watched exchange, by the indexes of the exchange's own entries. */
const numbersOf = (entries: readonly HarEntry[]): ReadonlyMap<number, number> =>
  new Map(entries.map(({ index }, i) => [index, FIRST - i]))

/** Returns the indexes of an exchange's entries, by the numbers that they have in a watched exchange. */
export const indexesOf = (exchange: Exchange): ReadonlyMap<number, number> =>
  new Map((entriesOf(exchange) ?? []).map(({ index }, i) => [FIRST - i, index]))

/** Returns an exchange like the given one, which has a {@link contentOf}, of which is noted what is read. */
export function watch(exchange: Exchange): Watched {
  const entries = entriesOf(exchange) ?? []
  const reads: Read[] = []
  const note = <T>(of: number, what: Read['what'], value: T): T => {
    if (!reads.some((read) => read.of === of && read.what === what)) reads.push({ of, what, value })
    return value
  }
  const watched = entries.map((entry, of) => watchedEntry(entry, of, note))
  const likeOf = (entry: HarEntry | null): HarEntry | null =>
    entry === null ? null : (watched[entries.indexOf(entry)] ?? null)
  const hopOf = ({ actual, preflight }: Hop): Hop => ({
    actual: likeOf(actual),
    preflight: likeOf(preflight),
    standIn: null,
  })
  const [first, ...rest] = exchange.chain
  const chain: Chain = [hopOf(first), ...rest.map(hopOf)]
  const { facts, observed } = renumbered(
    { facts: exchange.facts, observed: exchange.observed },
    numbersOf(entries),
  )
  return { exchange: { ...plainExchange(exchange), chain, facts, observed }, reads }
}

const watchedEntry = (
  entry: HarEntry,
  of: number,
  note: <T>(of: number, what: Read['what'], value: T) => T,
): HarEntry => ({
  ...entry,
  index: FIRST - of,
  get started() {
    return note(of, 'started', entry.started)
  },
  get time() {
    return note(of, 'time', entry.time)
  },
  response: {
    ...entry.response,
    headers: entry.response.headers.map((header, i) =>
      differsEachTime(header.name)
        ? {
            name: header.name,
            get value() {
              return note(of, i, header.value)
            },
          }
        : header,
    ),
  },
  vendor: {
    ...entry.vendor,
    get queued() {
      return note(of, 'queued', entry.vendor.queued)
    },
  },
})

/** Reports whether an exchange with the same content also has the values that were read. */
export function hasRead(exchange: Exchange, { reads }: Watched): boolean {
  if (reads.length === 0) return true
  const entries = entriesOf(exchange) ?? []
  return reads.every(({ of, what, value }) => {
    const entry = entries[of]
    if (entry === undefined) return false
    if (typeof what === 'number') return entry.response.headers[what]?.value === value
    return (what === 'queued' ? entry.vendor.queued : entry[what]) === value
  })
}
