import type { Implementation } from './implementation.ts'
import { includesCredentials, isHttpScheme, isSameOrigin, originOf } from './origin.ts'
import { currentUrl, type FetchRequest } from './request.ts'
import { isCorsNonWildcardRequestHeaderName, isRequestBodyHeaderName } from './request-headers.ts'
import type { ResponseTainting } from './response-tainting.ts'
import type { FailedStep } from './steps.ts'

/**
 * Returns the step at which following a redirect to `location` fails, or null.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch, steps 5 to 11
 */
export function failedRedirectStep(
  request: FetchRequest,
  tainting: ResponseTainting,
  status: number,
  location: string | 'failure',
  implementation: Implementation,
): FailedStep | null {
  // 5. Otherwise, if locationURL is failure, then return a network error.
  if (location === 'failure') return 'HTTP-redirect fetch: location is not a URL'
  // 6. If locationURL’s scheme is not an HTTP(S) scheme, then return a network error.
  if (!isHttpScheme(location)) return 'HTTP-redirect fetch: scheme is not HTTP(S)'
  // 7. If request’s redirect count is 20, then return a network error.
  if (request.urlList.length > 20) return 'HTTP-redirect fetch: too many redirects'
  if (includesCredentials(location)) {
    if (implementation.refusesEmbeddedCredentials) return 'HTTP-redirect fetch: URL includes credentials'
    // 9. If request’s mode is "cors", locationURL includes credentials, and request’s origin is not same origin
    //    with locationURL’s origin, then return a network error.
    if (request.mode === 'cors' && !isSameOrigin(request.origin, originOf(location))) {
      return 'HTTP-redirect fetch: URL includes credentials'
    }
    // 10. If request’s response tainting is "cors" and locationURL includes credentials, return a network error.
    if (tainting === 'cors') return 'HTTP-redirect fetch: URL includes credentials'
  }
  // 11. If status is not 303, request’s body is non-null, and its source is null, return a network error.
  if (status !== 303 && request.bodySourceIsNull) return 'HTTP-redirect fetch: body cannot be sent again'
  return null
}

/**
 * Returns the request that follows a redirect: with the method and headers changed by the standard's rules, and the
 * location appended to its URL list. Precondition: {@link failedRedirectStep} returned null.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch, steps 12 to 17
 */
export function redirectRequest(
  request: FetchRequest,
  status: number,
  location: string,
  implementation: Implementation,
): FetchRequest {
  let { method, headerList } = request
  let bodySourceIsNull = request.bodySourceIsNull
  const crossOrigin = !isSameOrigin(originOf(currentUrl(request)), originOf(location))
  // 12. If status is 301 or 302 and method is POST, or status is 303 and method is not GET or HEAD: use GET,
  //     without a body and the headers that describe it.
  const becomesGet =
    ([301, 302].includes(status) && method === 'POST') ||
    (status === 303 && method !== 'GET' && method !== 'HEAD') ||
    (implementation.redirectTurnsDeleteIntoGet && crossOrigin && method === 'DELETE')
  if (becomesGet) {
    method = 'GET'
    bodySourceIsNull = false
    headerList = headerList.filter(({ name }) => !isRequestBodyHeaderName(name))
  }
  // 13. If request’s current URL’s origin is not same origin with locationURL’s origin, then delete each CORS
  //     non-wildcard request-header name.
  if (crossOrigin) headerList = headerList.filter(({ name }) => !isCorsNonWildcardRequestHeaderName(name))
  if (!isSameOrigin(request.origin, originOf(location))) {
    headerList = headerList.filter((header) => !implementation.dropsOnRedirectAway(header))
  }
  return { ...request, method, headerList, bodySourceIsNull, urlList: [...request.urlList, location] }
}
