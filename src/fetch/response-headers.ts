import { asciiLower, extractHeaderListValues } from './header-list.ts'
import type { FetchRequest } from './request.ts'
import type { FetchResponse } from './response.ts'

const SAFELISTED = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]
const FORBIDDEN = ['set-cookie', 'set-cookie2']

/**
 * Returns the CORS-exposed header-name list of a response: what `Access-Control-Expose-Headers` names, where `*` means
 * all of the response's names unless the request's credentials mode is "include".
 * https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list (main fetch, step 14)
 */
export function corsExposedHeaderNames(request: FetchRequest, response: FetchResponse): readonly string[] {
  const values = extractHeaderListValues(response.headerList, 'Access-Control-Expose-Headers')
  if (values === null || values === 'failure') return []
  if (request.credentialsMode !== 'include' && values.includes('*')) {
    return [...new Set(response.headerList.map(({ name }) => asciiLower(name)))]
  }
  return values.map(asciiLower)
}

/**
 * Reports whether script can read a response header, given the CORS-exposed header-name list.
 * https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 */
export function isCorsSafelistedResponseHeaderName(name: string, exposed: readonly string[]): boolean {
  const lower = asciiLower(name)
  return SAFELISTED.includes(lower) || (exposed.includes(lower) && !FORBIDDEN.includes(lower))
}
