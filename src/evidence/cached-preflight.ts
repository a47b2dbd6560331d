import { get, type HeaderList } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import { isCovered, preflightCacheEntry } from '../fetch/preflight-cache.ts'
import { corsUnsafeRequestHeaderNames } from '../fetch/request-headers.ts'
import { isOkStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isPreflight, requestedHeaderNames } from './is-preflight.ts'
import { withoutFragment } from './redirect-target.ts'

/**
 * Returns a function that finds the earlier preflight whose answer the browser still had in its CORS-preflight
 * cache when it sent an actual request without one; null where the recording shows none that covers it.
 * https://fetch.spec.whatwg.org/#concept-cache
 */
export function findCachedPreflight(
  entries: Iterable<HarEntry>,
  implementation: Implementation,
): (actual: HarEntry, headerList: HeaderList) => HarEntry | null {
  const byUrl = new Map<string, HarEntry[]>()
  for (const preflight of entries) {
    if (!isPreflight(preflight) || !isOkStatus(preflight.response.status)) continue
    const url = withoutFragment(preflight.request.url)
    const same = byUrl.get(url)
    if (same === undefined) byUrl.set(url, [preflight])
    else same.push(preflight)
  }
  return (actual, headerList) => {
    if (actual.response.status === 0 || actual.started === null) return null
    const unsafe = corsUnsafeRequestHeaderNames(headerList, implementation)
    if (isCorsSafelistedMethod(actual.request.method) && unsafe.length === 0) return null
    const same = byUrl.get(withoutFragment(actual.request.url)) ?? []
    const covering = same.filter((preflight) => covers(preflight, actual, unsafe, implementation))
    return covering.reduce<HarEntry | null>((last, one) => (isLater(one, last) ? one : last), null)
  }
}

const isLater = (one: HarEntry, other: HarEntry | null): boolean =>
  other === null || (one.started ?? 0) > (other.started ?? 0)

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
    url: withoutFragment(request.url),
    origin,
    // The recording states it of neither; two requests of one page to one URL mostly agree.
    credentialsMode: 'same-origin',
    method: get(preflight.request.headers, 'Access-Control-Request-Method') ?? '',
    unsafeHeaderNames: requestedHeaderNames(preflight),
    hasAuthorization: false,
    useCorsPreflightFlag: false,
  } as const
  const { status, headers } = preflight.response
  const entry = preflightCacheEntry(asked, { status, headerList: headers }, implementation)
  return isCovered(entry, { ...asked, method: request.method, unsafeHeaderNames }, age)
}
