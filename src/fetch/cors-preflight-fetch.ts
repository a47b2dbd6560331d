import { type CorsCheckRequest, corsCheck } from './cors-check.ts'
import { asciiLower, extractHeaderListValues, isName } from './header-list.ts'
import type { Implementation, PreflightCheck } from './implementation.ts'
import { isCorsSafelistedMethod } from './methods.ts'
import { isSameOrigin, originOf } from './origin.ts'
import { isCorsNonWildcardRequestHeaderName } from './request-headers.ts'
import { type FetchResponse, isOkStatus, isRedirect } from './response.ts'
import type { FailedStep } from './steps.ts'

/**
 * A CORS-preflight request: the method and headers that the browser asks permission for.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export interface PreflightRequest extends CorsCheckRequest {
  readonly url: string
  /** `Access-Control-Request-Method` */
  readonly method: string
  /** `Access-Control-Request-Headers`: byte-lowercased, sorted. */
  readonly unsafeHeaderNames: readonly string[]
  /** Whether the actual request's header list has `Authorization`. */
  readonly hasAuthorization: boolean
  readonly useCorsPreflightFlag: boolean
}

/**
 * Returns the check that a preflight response fails first, or null if it passes all.
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 7 and 8
 */
export function failedPreflightStep(
  request: PreflightRequest,
  response: FetchResponse,
  implementation: Implementation,
): FailedStep | null {
  for (const check of implementation.preflightChecks) {
    const failed = CHECKS[check](request, response, implementation)
    if (failed !== null) return failed
  }
  return null
}

/**
 * Returns the CORS-unsafe names that `Access-Control-Allow-Headers` of a preflight response doesn't allow, in the
 * request's order.
 */
export function refusedHeaderNames(
  request: PreflightRequest,
  response: FetchResponse,
  implementation: Implementation,
): readonly string[] {
  const listed = named(extractHeaderListValues(response.headerList, 'Access-Control-Allow-Headers'))
  const names = loweredSet(listed)
  const wildcard = request.credentialsMode !== 'include' && names.has('*')
  return request.unsafeHeaderNames.filter((name) => {
    if (names.has(name)) return false
    if (!implementation.wildcardCoversAuthorization && isCorsNonWildcardRequestHeaderName(name)) return true
    return !wildcard
  })
}

/** Returns the names in lowercase, made once for each list: a page may send thousands of them, thousands of times. */
function loweredSet(names: readonly string[]): ReadonlySet<string> {
  const found = loweredSets.get(names) ?? new Set(names.map(asciiLower))
  loweredSets.set(names, found)
  return found
}

const loweredSets = new WeakMap<readonly string[], ReadonlySet<string>>()

type Check = (
  request: PreflightRequest,
  response: FetchResponse,
  implementation: Implementation,
) => FailedStep | null

const CHECKS: Record<PreflightCheck, Check> = {
  redirect: (_, response) => (isRedirect(response) ? 'CORS-preflight fetch: not an ok status' : null),
  // 7. If a CORS check for request and response returns success and response’s status is an ok status
  'CORS check': (request, response, { preflightIgnoresTaint }) => {
    // With the page's own origin, a preflight to that origin needs no permission.
    if (preflightIgnoresTaint && isSameOrigin(originOf(request.url), request.origin)) return null
    return corsCheck(request, response)
  },
  'ok status': (_, response) =>
    isOkStatus(response.status) ? null : 'CORS-preflight fetch: not an ok status',
  // 7.3 If either methods or headerNames is failure, return a network error.
  'methods parse': (_, response) => parses(response, 'Access-Control-Allow-Methods'),
  'headers parse': (_, response) => parses(response, 'Access-Control-Allow-Headers'),
  // 7.5 If request’s method is not in methods, is not a CORS-safelisted method, and request’s credentials mode
  //     is "include" or methods does not contain `*`, then return a network error.
  method: (request, response, { flagSubstitutesMethods }) => {
    const methods = extractHeaderListValues(response.headerList, 'Access-Control-Allow-Methods')
    // 7.4 If methods is null and request’s use-CORS-preflight flag is set, then set methods to request’s method.
    if (methods === null && request.useCorsPreflightFlag && flagSubstitutesMethods) return null
    if (isCorsSafelistedMethod(request.method) || named(methods).includes(request.method)) return null
    const wildcard = request.credentialsMode !== 'include' && named(methods).includes('*')
    return wildcard ? null : 'CORS-preflight fetch: method'
  },
  // 7.6 If one of request’s header list’s names is a CORS non-wildcard request-header name and is not named …
  'non-wildcard name': (request, response, implementation) => {
    if (!request.hasAuthorization || implementation.wildcardCoversAuthorization) return null
    const names = named(extractHeaderListValues(response.headerList, 'Access-Control-Allow-Headers'))
    return names.some((name) => isName(name, 'Authorization'))
      ? null
      : 'CORS-preflight fetch: non-wildcard request-header name'
  },
  // 7.7 For each unsafeName … not named and (credentials mode is "include" or no `*`), return a network error.
  'unsafe names': (request, response, implementation) =>
    refusedHeaderNames(request, response, implementation).length === 0
      ? null
      : 'CORS-preflight fetch: unsafe request-header name',
}

const named = (values: readonly string[] | null | 'failure'): readonly string[] =>
  values === null || values === 'failure' ? [] : values

const parses = (response: FetchResponse, name: string): FailedStep | null =>
  extractHeaderListValues(response.headerList, name) === 'failure'
    ? 'CORS-preflight fetch: header list values failure'
    : null
