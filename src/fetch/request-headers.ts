import { asciiLower, get, type Header, type HeaderList, isName, trimOws } from './header-list.ts'
import type { Implementation } from './implementation.ts'
import { isForbiddenMethod } from './methods.ts'
import { byteLength, type UnsafeBecause, whyNotSafelisted } from './why-not-safelisted.ts'

/** A header that makes a request need a CORS-preflight request, and why. */
export interface UnsafeHeader {
  readonly header: Header
  readonly because: UnsafeBecause
}

/**
 * Returns the headers that are CORS-unsafe, in list order, each with its reason. If the safelisted ones together exceed
 * 1024 bytes, they are all unsafe.
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export const corsUnsafeRequestHeaders = perList((headerList, whyNotSafelisted): readonly UnsafeHeader[] => {
  const judged = headerList.map((header) => ({ header, because: whyNotSafelisted(header) }))
  const safelistValueSize = judged
    .filter(({ because }) => because === null)
    .reduce((size, { header }) => size + byteLength(header.value), 0)
  return judged.flatMap(({ header, because }): UnsafeHeader[] => {
    if (because !== null) return [{ header, because }]
    return safelistValueSize > 1024 ? [{ header, because: 'total above 1024 bytes' }] : []
  })
})

/**
 * Returns the CORS-unsafe request-header names, byte-lowercased, sorted, without repetition: the value of
 * `Access-Control-Request-Headers`. https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export const corsUnsafeRequestHeaderNames = perList((headerList, whyNotSafelisted): readonly string[] => {
  const unsafe = corsUnsafeRequestHeaders(headerList, { whyNotSafelisted })
  return [...new Set(unsafe.map(({ header }) => asciiLower(header.name)))].sort()
})

type Safelist = Pick<Implementation, 'whyNotSafelisted'>

/**
 * Returns a function that is computed once for each list: a page may set thousands of headers, and every hypothesis
 * needs their names more than once.
 */
function perList<Value>(
  compute: (headerList: HeaderList, whyNotSafelisted: Safelist['whyNotSafelisted']) => Value,
): (headerList: HeaderList, implementation: Safelist) => Value {
  const known = new WeakMap<Safelist['whyNotSafelisted'], WeakMap<HeaderList, Value>>()
  return (headerList, { whyNotSafelisted }) => {
    const byList = known.get(whyNotSafelisted) ?? new WeakMap<HeaderList, Value>()
    known.set(whyNotSafelisted, byList)
    const value = byList.get(headerList) ?? compute(headerList, whyNotSafelisted)
    byList.set(headerList, value)
    return value
  }
}

/** Reports whether `*` does not cover this name. https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name */
export const isCorsNonWildcardRequestHeaderName = (name: string): boolean => isName(name, 'Authorization')

/**
 * Reports whether the name is deleted when a redirect turns the request into a GET.
 * https://fetch.spec.whatwg.org/#request-body-header-name
 */
export const isRequestBodyHeaderName = (name: string): boolean =>
  ['content-encoding', 'content-language', 'content-location', 'content-type'].includes(asciiLower(name))

/**
 * Reports whether script may not set this header. The browser drops it silently.
 * https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader({ name, value }: Header): boolean {
  const lower = asciiLower(name)
  if (FORBIDDEN.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true
  if (!METHOD_OVERRIDES.has(lower)) return false
  return splitValue(value).some(isForbiddenMethod)
}

/**
 * Reports whether the header may be sent with a request whose mode is "no-cors".
 * https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
 */
export const isNoCorsSafelistedRequestHeader = (header: Header): boolean =>
  ['accept', 'accept-language', 'content-language', 'content-type'].includes(asciiLower(header.name)) &&
  whyNotSafelisted(header) === null

/** Reports whether a list has a CORS non-wildcard request-header name. */
export const hasNonWildcardName = (headerList: HeaderList): boolean =>
  get(headerList, 'Authorization') !== null

// https://fetch.spec.whatwg.org/#header-value-get-decode-and-split: a comma in a quoted string does not split.
const splitValue = (value: string): readonly string[] =>
  value
    .replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, '""')
    .split(',')
    .map(trimOws)

const METHOD_OVERRIDES = new Set(['x-http-method', 'x-http-method-override', 'x-method-override'])

const FORBIDDEN = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])
