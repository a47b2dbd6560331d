/**
 * Returns whether `method` is a CORS-safelisted method. Methods are compared byte for byte.
 * https://fetch.spec.whatwg.org/#cors-safelisted-method
 */
export const isCorsSafelistedMethod = (method: string): boolean => ['GET', 'HEAD', 'POST'].includes(method)

/**
 * Returns whether `method` is one that no page may send.
 * https://fetch.spec.whatwg.org/#forbidden-method
 */
export const isForbiddenMethod = (method: string): boolean =>
  ['CONNECT', 'TRACE', 'TRACK'].includes(method.toUpperCase())

/**
 * Returns `method` in upper case if it is one of the six that the standard normalizes, else unchanged:
 * `patch` stays `patch`. https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  const upper = method.toUpperCase()
  return ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'].includes(upper) ? upper : method
}
