import { asciiLower, get } from '../fetch/header-list.ts'
import type { HarEntry, HarRequest, HarResponse } from '../har/har-entry.ts'
import { firstIndex } from './first-index.ts'
import { isFresh } from './is-fresh.ts'
import { requestedHeaderNames } from './is-preflight.ts'
import { withoutFragment } from './redirect-target.ts'

/** Finds the entry with the response to an actual request whose own entry lacks it. */
export type FindStandIn = (actual: HarEntry, preflight: HarEntry | null) => HarEntry | null

/**
 * Returns a function that finds the entry whose response can replace the one that an entry lacks. Chrome doesn't record
 * responses that CORS blocks if they come from the HTTP cache or a service worker; the response is then in another entry
 * of the same URL: an earlier one, or the service worker's own request. For a 304 to the browser's own revalidation, it's
 * the stored response, and for a cached copy in Firefox, the original response. Precondition: `actuals` are sorted by
 * time.
 */
export function findStandIn(actuals: readonly HarEntry[]): FindStandIn {
  let answered: ReadonlyMap<string, Answered> | null = null
  return (entry, preflight) => {
    // Few entries need one.
    if (!isRevalidation(entry, preflight) && !isCopy(entry) && !lacksResponse(entry)) return null
    answered ??= byRequest(actuals.filter(({ response }) => response.status !== 0))
    const same = answered.get(keyOf(entry))
    if (same === undefined) return null
    const until = entry.started ?? 0
    if (isRevalidation(entry, preflight)) return same.confirmed(entry.request).last(until)
    if (isCopy(entry)) {
      const stored = entry.response.headers.length === 0 ? null : same.stored().get(linesOf(entry.response))
      return stored?.lastBefore(until) ?? null
    }
    if (preflight === null) return same.during(entry) ?? same.cached().last(until)
    // A preflight was sent, so only a fresh copy can have made the request unnecessary.
    return same.cached().lastThat(until, (other) => isFresh(other.response, ageOf(other, entry)))
  }
}

/** Entries by time. */
interface InTime {
  /** Returns the last that began at a time or before, or null. */
  last(time: number): HarEntry | null
  /** Returns the last that began before a time, or null. */
  lastBefore(time: number): HarEntry | null
  /** Returns the last that began at a time or before and has a property, or null. Only the latest ones are looked at. */
  lastThat(time: number, holds: (entry: HarEntry) => boolean): HarEntry | null
  /** Returns the first that began at a time or after, or null. */
  first(time: number): HarEntry | null
}

/** How many of the latest entries are looked at. */
const LATEST = 256

/** Precondition: the entries are sorted by time. */
function inTime(entries: readonly HarEntry[]): InTime {
  const endOf = (isLater: (started: number) => boolean): number =>
    firstIndex(entries, ({ started }) => isLater(started ?? 0))
  return {
    last: (time) => entries[endOf((started) => started > time) - 1] ?? null,
    lastBefore: (time) => entries[endOf((started) => started >= time) - 1] ?? null,
    lastThat: (time, holds) => {
      const end = endOf((started) => started > time)
      return entries.slice(Math.max(0, end - LATEST), end).findLast(holds) ?? null
    },
    first: (time) => entries[endOf((started) => started >= time)] ?? null,
  }
}

/** The entries with a response to the same request, by what is looked for among them. */
interface Answered {
  /** Those that a 304 can confirm, given its request. */
  confirmed(request: HarRequest): InTime
  /** Those from the network, by all their header lines. */
  stored(): ReadonlyMap<string, InTime>
  /** Those that a cache may keep. */
  cached(): InTime
  /** A service worker's own request for the page's request: with the same mode, while the page waits. */
  during(entry: HarEntry): HarEntry | null
}

function findersAmong(entries: readonly HarEntry[]): Answered {
  const validated = grouped(
    entries.filter(({ response }) => response.status === 200),
    ({ response }) => {
      const [etag, date] = [get(response.headers, 'ETag'), get(response.headers, 'Last-Modified')]
      return [ANY, ...(etag === null ? [] : [`etag ${etag}`]), ...(date === null ? [] : [`date ${date}`])]
    },
  )
  const stored = grouped(
    entries.filter(({ vendor }) => vendor.serverAddress !== null),
    ({ response }) => [linesOf(response)],
  )
  const cached = once(() => inTime(entries.filter(isStorable)))
  const own = once(() => inTime(entries.filter(isOwn)))
  return {
    confirmed: ({ headers }) => {
      const [etag, date] = [get(headers, 'If-None-Match'), get(headers, 'If-Modified-Since')]
      const key = etag !== null ? `etag ${etag}` : date !== null ? `date ${date}` : ANY
      return validated().get(key) ?? NONE
    },
    stored,
    cached,
    during: ({ started, time }) => {
      const found = started === null ? null : own().first(started)
      return found !== null && (found.started ?? 0) <= (started ?? 0) + (time ?? 0) ? found : null
    },
  }
}

const ANY = ''
const NONE = inTime([])

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Returns a function that returns entries by their keys, of which an entry may have several. */
const grouped = (
  entries: readonly HarEntry[],
  keysOf: (entry: HarEntry) => readonly string[],
): (() => ReadonlyMap<string, InTime>) =>
  once(() => {
    const groups = new Map<string, HarEntry[]>()
    for (const entry of entries)
      for (const key of keysOf(entry)) {
        const same = groups.get(key)
        if (same === undefined) groups.set(key, [entry])
        else same.push(entry)
      }
    return new Map([...groups].map(([key, same]) => [key, inTime(same)]))
  })

function byRequest(entries: readonly HarEntry[]): ReadonlyMap<string, Answered> {
  const groups = new Map<string, HarEntry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [entry])
    else same.push(entry)
  }
  return new Map([...groups].map(([key, same]) => [key, findersAmong(same)]))
}

const keyOf = ({ request }: HarEntry): string => `${request.method} ${withoutFragment(request.url)}`

const lacksResponse = ({ request, response, vendor }: HarEntry): boolean =>
  response.status === 0 && vendor.error === 'net::ERR_FAILED' && !request.onTheWire

/** Firefox records a copy from its HTTP cache without size or server address. */
const isCopy = ({ request, response, vendor }: HarEntry): boolean =>
  vendor.securityState !== null &&
  vendor.serverAddress === null &&
  response.status > 0 &&
  request.headersSize === 0 &&
  response.headersSize === 0

const linesOf = ({ status, headers }: HarResponse): string =>
  [status, ...headers.map(({ name, value }) => `${asciiLower(name)}: ${value}`)].join('\n')

/** Reports whether a service worker may have sent a request for one of the page. */
const isOwn = ({ request, started }: HarEntry): boolean =>
  started !== null && get(request.headers, 'Sec-Fetch-Mode') !== 'no-cors'

const isStorable = ({ request, response }: HarEntry): boolean =>
  request.method === 'GET' && !/no-store/i.test(get(response.headers, 'Cache-Control') ?? '')

/** Seconds between two requests. */
const ageOf = (earlier: HarEntry, later: HarEntry): number =>
  ((later.started ?? 0) - (earlier.started ?? 0)) / 1000

/**
 * Reports whether a 304 answers a condition that the browser itself set, to revalidate a stored response; the page then
 * gets that one, with its headers replaced by the 304's. A condition that the page set is named by the preflight that it
 * needs.
 * https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
export const isRevalidation = ({ request, response }: HarEntry, preflight: HarEntry | null): boolean =>
  response.status === 304 &&
  request.method === 'GET' &&
  request.headers.some(({ name }) => CONDITIONS.includes(asciiLower(name))) &&
  !(preflight === null ? [] : requestedHeaderNames(preflight)).some((name) => CONDITIONS.includes(name))

const CONDITIONS: readonly string[] = ['if-none-match', 'if-modified-since']
