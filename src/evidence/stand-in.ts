import { asciiLower, get } from '../fetch/header-list.ts'
import type { HarEntry, HarResponse } from '../har/har-entry.ts'
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
  let answered: Map<string, HarEntry[]> | null = null
  return (entry, preflight) => {
    // Few entries need one.
    if (!isRevalidation(entry, preflight) && !isCopy(entry) && !lacksResponse(entry)) return null
    answered ??= byRequest(actuals.filter(({ response }) => response.status !== 0))
    const same = answered.get(keyOf(entry)) ?? []
    if (isRevalidation(entry, preflight)) return same.findLast((other) => isConfirmed(other, entry)) ?? null
    if (isCopy(entry)) return same.findLast((other) => isStored(other, entry)) ?? null
    // A preflight was sent, so only a fresh copy can have made the request unnecessary.
    const canBeCached = (other: HarEntry): boolean =>
      isCached(other, entry) && (preflight === null || isFresh(other.response, ageOf(other, entry)))
    return (
      (preflight === null ? same.find((other) => isDuring(other, entry)) : undefined) ??
      same.findLast(canBeCached) ??
      null
    )
  }
}

function byRequest(entries: readonly HarEntry[]): Map<string, HarEntry[]> {
  const groups = new Map<string, HarEntry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [entry])
    else same.push(entry)
  }
  return groups
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

/** Reports whether a copy is that of an earlier response: it has all its headers, including its `Date`. */
const isStored = (other: HarEntry, { response, started }: HarEntry): boolean =>
  other.vendor.serverAddress !== null &&
  (other.started ?? 0) < (started ?? 0) &&
  response.headers.length > 0 &&
  linesOf(response) === linesOf(other.response)

const linesOf = ({ status, headers }: HarResponse): string =>
  [status, ...headers.map(({ name, value }) => `${asciiLower(name)}: ${value}`)].join('\n')

/** A service worker's own request for the page's request: with the same mode, while the page waits. */
const isDuring = (other: HarEntry, { started, time }: HarEntry): boolean =>
  get(other.request.headers, 'Sec-Fetch-Mode') !== 'no-cors' &&
  other.started !== null &&
  started !== null &&
  other.started >= started &&
  other.started <= started + (time ?? 0)

function isCached(other: HarEntry, { request, started }: HarEntry): boolean {
  const storable = !/no-store/i.test(get(other.response.headers, 'Cache-Control') ?? '')
  return request.method === 'GET' && storable && (other.started ?? 0) <= (started ?? 0)
}

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

/** Reports whether an earlier response is the one that a 304 confirms: the request had its validators. */
function isConfirmed(other: HarEntry, { request, started }: HarEntry): boolean {
  if (other.response.status !== 200 || (other.started ?? 0) > (started ?? 0)) return false
  const etag = get(request.headers, 'If-None-Match')
  const date = get(request.headers, 'If-Modified-Since')
  if (etag !== null) return etag === get(other.response.headers, 'ETag')
  return date === null || date === get(other.response.headers, 'Last-Modified')
}
