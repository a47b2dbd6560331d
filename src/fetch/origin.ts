import { parseUrl, urlOrigin } from '../parse-url.ts'

/**
 * Returns the serialization of a URL's origin, "null" for an opaque one or for something that isn't a URL.
 * https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin
 */
export const originOf = (url: string): string => urlOrigin(url) ?? 'null'

/** Reports whether two serialized origins are same origin; an opaque origin ("null") is same origin with nothing. */
export const isSameOrigin = (a: string, b: string): boolean => a !== 'null' && a === b

/** Reports whether a URL's scheme is an HTTP(S) scheme. https://fetch.spec.whatwg.org/#http-scheme */
export const isHttpScheme = (url: string): boolean => /^https?:/i.test(url)

/** Reports whether a URL includes credentials. https://url.spec.whatwg.org/#include-credentials */
export function includesCredentials(url: string): boolean {
  const parsed = parseUrl(url)
  return parsed !== null && (parsed.username !== '' || parsed.password !== '')
}

/**
 * Returns the result of serializing a request origin: "null" once a redirect has tainted it, that is, once the URL list
 * goes from one origin to another and neither is the request's own.
 * https://fetch.spec.whatwg.org/#serializing-a-request-origin, https://fetch.spec.whatwg.org/#concept-request-redirect-taint
 */
export function serializeRequestOrigin(origin: string, urlList: readonly string[]): string {
  for (const [i, url] of urlList.entries()) {
    const last = urlList[i - 1]
    if (last === undefined) continue
    const lastOrigin = originOf(last)
    if (!isSameOrigin(originOf(url), lastOrigin) && !isSameOrigin(origin, lastOrigin)) return 'null'
  }
  return origin
}
