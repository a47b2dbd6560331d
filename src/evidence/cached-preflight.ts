import { get, type HeaderList } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import { isCovered, preflightCacheEntry } from '../fetch/preflight-cache.ts'
import { corsUnsafeRequestHeaderNames } from '../fetch/request-headers.ts'
import { isOkStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { atOnce, type InSteps, mapInSteps } from '../in-steps.ts'
import { firstIndex } from './first-index.ts'
import { isPreflight, requestedHeaderNames } from './is-preflight.ts'
import { preflightResult } from './preflight-result.ts'
import { preflightUrl } from './preflight-url.ts'
import { unsafeNames } from './unsafe-names.ts'

/**
 * Returns a function that finds the earlier preflight whose answer the browser still had in its CORS-preflight cache when
 * it sent an actual request without one; null if the recording shows none that covers it.
 * https://fetch.spec.whatwg.org/#concept-cache
 */
export const findCachedPreflight = (
  entries: Iterable<HarEntry>,
  implementation: Implementation,
): FindCachedPreflight => atOnce(findCachedPreflightInSteps(entries, implementation))

type FindCachedPreflight = (actual: HarEntry, headerList: HeaderList) => HarEntry | null

/** Returns what {@link findCachedPreflight} does, in steps. */
export function* findCachedPreflightInSteps(
  entries: Iterable<HarEntry>,
  implementation: Implementation,
): InSteps<FindCachedPreflight> {
  const byUrl = new Map<string, Placed[]>()
  let index = 0
  yield* mapInSteps(entries, (preflight) => {
    if (!isPreflight(preflight) || !isOkStatus(preflight.response.status)) return
    const url = preflightUrl(preflight.request.url)
    const placed = { preflight, started: preflight.started ?? 0, index: index++, kind: kindOf(preflight) }
    const same = byUrl.get(url)
    if (same === undefined) byUrl.set(url, [placed])
    else same.push(placed)
  })
  for (const same of byUrl.values()) same.sort((a, b) => a.started - b.started || b.index - a.index)
  const latestByUrl = new Map([...byUrl].map(([url, same]) => [url, latestOfEach(same)]))
  return (actual, headerList) => {
    if (byUrl.size === 0 || actual.response.status === 0 || actual.started === null) return null
    const unsafe = corsUnsafeRequestHeaderNames(headerList, implementation)
    if (isCorsSafelistedMethod(actual.request.method) && unsafe.length === 0) return null
    const latest = latestByUrl.get(preflightUrl(actual.request.url))?.(actual.started) ?? []
    for (const { preflight } of latest)
      if (covers(preflight, actual, unsafe, implementation)) return preflight
    return null
  }
}

/** How many kinds of preflights to one URL are compared, and how many preflights are passed to find them. */
const [KINDS, PASSED] = [32, 1024]

/**
 * Returns a function that returns the latest preflight of each kind up to a time, the latest first: of one kind, it has the
 * longest to live. Precondition: the preflights are sorted by time.
 */
function latestOfEach(sorted: readonly Placed[]): (time: number) => Iterable<Placed> {
  // Mostly, all have one kind.
  const first = sorted[0]?.kind
  const isOneKind = sorted.every(({ kind }) => kind === first)
  return function* (time) {
    const seen = new Set<string>()
    const end = firstIndex(sorted, ({ started }) => started > time) - 1
    for (let i = end; i >= 0 && i > end - PASSED && seen.size < KINDS; i--) {
      const placed = sorted[i]
      if (placed === undefined || seen.has(placed.kind)) continue
      seen.add(placed.kind)
      yield placed
      if (isOneKind) return
    }
  }
}

/** A preflight with its time and its place in the recording. */
interface Placed {
  readonly preflight: HarEntry
  readonly started: number
  readonly index: number
  readonly kind: string
}

/** What a preflight's permissions depend on, apart from its URL and time. */
const kindOf = ({ request, response }: HarEntry): string =>
  JSON.stringify([
    response.status,
    ...request.headers.filter(({ name }) => /^(?:origin$|access-control-)/i.test(name)),
    ...response.headers.filter(({ name }) => /^access-control-/i.test(name)),
  ])

function covers(
  preflight: HarEntry,
  { request, started }: HarEntry,
  unsafeHeaderNames: readonly string[],
  implementation: Implementation,
): boolean {
  const origin = get(preflight.request.headers, 'Origin') ?? ''
  const age = ((started ?? 0) - (preflight.started ?? 0)) / 1000
  if (age < 0 || origin !== get(request.headers, 'Origin')) return false
  const asked = {
    url: preflightUrl(request.url),
    origin,
    // It's recorded for neither request, but two requests of one page to one URL are mostly the same.
    credentialsMode: 'same-origin',
    method: get(preflight.request.headers, 'Access-Control-Request-Method') ?? '',
    unsafeHeaderNames: requestedHeaderNames(preflight),
    hasAuthorization: false,
    useCorsPreflightFlag: false,
  } as const
  const { status, headers } = preflight.response
  const entry = preflightCacheEntry(asked, { status, headerList: headers }, implementation)
  return (
    isCovered(entry, { ...asked, method: request.method, unsafeHeaderNames }, age) &&
    preflightResult(preflight, implementation) !== 'refused'
  )
}

/** How many of the latest preflights of a URL are checked. */
const LATEST = 16

/**
 * Returns a function that tells whether one of the latest preflights of its URL allowed an actual request, as its
 * recorded headers show it. Precondition: the preflights are sorted by time.
 */
export function makeCoverage(
  preflights: readonly HarEntry[],
  implementation: Implementation,
): (actual: HarEntry) => boolean {
  const byUrl = new Map<string, HarEntry[]>()
  for (const preflight of preflights) {
    if (!isOkStatus(preflight.response.status)) continue
    const url = preflightUrl(preflight.request.url)
    const same = byUrl.get(url)
    if (same === undefined) byUrl.set(url, [preflight])
    else same.push(preflight)
  }
  return (actual) => {
    const same = byUrl.get(preflightUrl(actual.request.url)) ?? []
    if (same.length === 0) return false
    const { certain } = unsafeNames(actual, implementation)
    const before = same.slice(0, firstAfter(same, actual.started ?? 0)).slice(-LATEST)
    return before.some((preflight) => covers(preflight, actual, [...certain], implementation))
  }
}

/** Returns the index of the first preflight whose response came after a time. */
const firstAfter = (sorted: readonly HarEntry[], time: number): number =>
  firstIndex(sorted, ({ started, time: took }) => (started ?? 0) + Math.min(took ?? 0, 1) > time)
