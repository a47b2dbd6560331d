import type { HeaderList } from './header-list.ts'

export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate' | 'websocket' | 'webtransport'
export type CredentialsMode = 'omit' | 'same-origin' | 'include'
export type RedirectMode = 'follow' | 'error' | 'manual'

/** The parts of a request that CORS reads, with nothing unknown. https://fetch.spec.whatwg.org/#concept-request */
export interface FetchRequest {
  readonly method: string
  /** One more for each redirect that was followed; the last one is the current URL. */
  readonly urlList: readonly [string, ...string[]]
  /** The request's origin, serialized, before any taint. */
  readonly origin: string
  readonly mode: RequestMode
  readonly credentialsMode: CredentialsMode
  readonly redirectMode: RedirectMode
  readonly useCorsPreflightFlag: boolean
  /** Whether the body could not be sent a second time (a stream): https://fetch.spec.whatwg.org/#concept-body-source */
  readonly bodySourceIsNull: boolean
  /** The headers that the caller set, and those that come with its body. */
  readonly headerList: HeaderList
}

/** Returns the request's current URL. https://fetch.spec.whatwg.org/#concept-request-current-url */
export const currentUrl = (request: FetchRequest): string =>
  request.urlList[request.urlList.length - 1] ?? request.urlList[0]
