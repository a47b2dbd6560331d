import { parseUrl } from '../parse-url.ts'
import { get, type HeaderList } from './header-list.ts'

/** The parts of a response that CORS reads. https://fetch.spec.whatwg.org/#concept-response */
export interface FetchResponse {
  readonly status: number
  readonly headerList: HeaderList
}

/** Reports whether a status is an ok status. https://fetch.spec.whatwg.org/#ok-status */
export const isOkStatus = (status: number): boolean => status >= 200 && status <= 299

/** Reports whether a status is a redirect status. https://fetch.spec.whatwg.org/#redirect-status */
export const isRedirectStatus = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** Reports whether a response is a redirect: a redirect status and a `Location`. */
export const isRedirect = (response: FetchResponse): boolean =>
  isRedirectStatus(response.status) && get(response.headerList, 'Location') !== null

/**
 * Returns a response's location URL: null without one, 'failure' if it isn't a URL. The request's fragment is kept if the
 * location has none. https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl(response: FetchResponse, requestUrl: string): string | null | 'failure' {
  if (!isRedirectStatus(response.status)) return null
  const location = get(response.headerList, 'Location')
  if (location === null) return null
  const url = parseUrl(location, requestUrl)
  if (url === null) return 'failure'
  if (url.hash === '') url.hash = new URL(requestUrl).hash
  return url.href
}
