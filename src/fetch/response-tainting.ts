import { isHttpScheme, isSameOrigin, originOf } from './origin.ts'
import { currentUrl, type FetchRequest } from './request.ts'
import type { FailedStep } from './steps.ts'

/** https://fetch.spec.whatwg.org/#concept-request-response-tainting */
export type ResponseTainting = 'basic' | 'cors' | 'opaque'

/**
 * Returns how main fetch continues with a request at its current URL: the response tainting, or the step that fails.
 * "cors" never falls back to "basic" in one chain.
 * https://fetch.spec.whatwg.org/#concept-main-fetch, the switch of step 12
 */
export function mainFetchSwitch(
  request: FetchRequest,
  tainting: ResponseTainting,
): { readonly tainting: ResponseTainting } | { readonly failed: FailedStep } {
  const url = currentUrl(request)
  // request’s current URL’s origin is same origin with request’s origin, and request’s response tainting is "basic"
  if (isSameOrigin(originOf(url), request.origin) && tainting === 'basic') return { tainting: 'basic' }
  // request’s current URL’s scheme is "data"; request’s mode is "navigate", "websocket" or "webtransport"
  if (/^data:/i.test(url) || ['navigate', 'websocket', 'webtransport'].includes(request.mode)) {
    return { tainting: 'basic' }
  }
  // request’s mode is "same-origin"
  if (request.mode === 'same-origin') return { failed: 'main fetch: mode is same-origin' }
  // request’s mode is "no-cors"
  if (request.mode === 'no-cors') {
    return request.redirectMode === 'follow'
      ? { tainting: 'opaque' }
      : { failed: 'main fetch: no-cors and redirect mode is not follow' }
  }
  // request’s current URL’s scheme is not an HTTP(S) scheme
  if (!isHttpScheme(url)) return { failed: 'main fetch: scheme is not HTTP(S)' }
  return { tainting: 'cors' }
}
