import { isToken } from './header-list.ts'

/**
 * Reports whether `method` is a CORS-safelisted method. Methods are compared byte for byte.
 * https://fetch.spec.whatwg.org/#cors-safelisted-method
 */
export const isCorsSafelistedMethod = (method: string): boolean => ['GET', 'HEAD', 'POST'].includes(method)

/**
 * Reports whether `method` is one that no page may send.
 * https://fetch.spec.whatwg.org/#forbidden-method
 */
export const isForbiddenMethod = (method: string): boolean => /^(?:connect|trace|track)$/i.test(method)

/** Reports whether a server can allow `method`: it's a valid HTTP method, and pages may send it. */
export const canBeAllowed = (method: string): boolean => isToken(method) && !isForbiddenMethod(method)

/**
 * Returns `method` in uppercase if it's one of the six that the standard normalizes, else unchanged: `patch` stays
 * `patch`. https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export const normalizeMethod = (method: string): string =>
  /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method
