import type { PreflightRequest } from './cors-preflight-fetch.ts'
import { asciiLower, extractHeaderListValues, get, isName } from './header-list.ts'
import type { Implementation } from './implementation.ts'
import { isCorsSafelistedMethod } from './methods.ts'
import type { FetchResponse } from './response.ts'

/** How many seconds a preflight's permissions are valid if `Access-Control-Max-Age` is absent or invalid. */
export const DEFAULT_MAX_AGE = 5

/** What one preflight adds to the CORS-preflight cache. https://fetch.spec.whatwg.org/#concept-cache */
export interface PreflightCacheEntry {
  readonly origin: string
  readonly url: string
  readonly credentials: boolean
  readonly methods: readonly string[]
  readonly headerNames: readonly string[]
  /** Seconds, capped at the implementation's limit. */
  readonly maxAge: number
}

/**
 * Returns the seconds that a preflight response may be cached: 5 without a valid value, and never more than the limit.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 7.8 to 7.10
 */
export function maxAgeOf(response: FetchResponse, implementation: Implementation): number {
  const value = get(response.headerList, 'Access-Control-Max-Age')
  const seconds = value !== null && /^\d+$/.test(value) ? Number(value) : DEFAULT_MAX_AGE
  return implementation.maxAgeLimit === null ? seconds : Math.min(seconds, implementation.maxAgeLimit)
}

/** Returns the cache entry of a preflight. Precondition: the response passed all checks. */
export const preflightCacheEntry = (
  request: PreflightRequest,
  response: FetchResponse,
  implementation: Implementation,
): PreflightCacheEntry => ({
  origin: request.origin,
  url: request.url,
  credentials: request.credentialsMode === 'include',
  methods: allowedMethods(request, response),
  headerNames: listed(response, 'Access-Control-Allow-Headers'),
  maxAge: maxAgeOf(response, implementation),
})

/**
 * Reports whether a request with these permissions needs no CORS-preflight request `age` seconds after the entry was
 * made. https://fetch.spec.whatwg.org/#concept-cache-match-method and #concept-cache-match-header
 */
export function isCovered(entry: PreflightCacheEntry, request: PreflightRequest, age: number): boolean {
  const credentials = request.credentialsMode === 'include'
  if (entry.origin !== request.origin || entry.url !== request.url) return false
  if (credentials && !entry.credentials) return false
  if (age >= entry.maxAge) return false
  const wildcard = (values: readonly string[]): boolean => !credentials && values.includes('*')
  const method =
    (isCorsSafelistedMethod(request.method) && !request.useCorsPreflightFlag) ||
    entry.methods.includes(request.method) ||
    wildcard(entry.methods)
  const headers = request.unsafeHeaderNames.every(
    (name) =>
      entry.headerNames.some((allowed) => isName(allowed, name)) ||
      (wildcard(entry.headerNames) && asciiLower(name) !== 'authorization'),
  )
  return method && headers
}

// 7.4 If methods is null and request’s use-CORS-preflight flag is set, then set methods to request’s method.
const allowedMethods = (request: PreflightRequest, response: FetchResponse): readonly string[] =>
  request.useCorsPreflightFlag && get(response.headerList, 'Access-Control-Allow-Methods') === null
    ? [request.method]
    : listed(response, 'Access-Control-Allow-Methods')

function listed(response: FetchResponse, name: string): readonly string[] {
  const values = extractHeaderListValues(response.headerList, name)
  return values === null || values === 'failure' ? [] : values
}
