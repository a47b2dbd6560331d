import type { HeaderList } from '../../fetch/header-list.ts'

/** Headers in the order in which they are sent. */
export type Pairs = readonly (readonly [name: string, value: string])[]

/** The same headers for both versions of HTTP. */
export interface SentHeaders {
  readonly http1: Pairs
  readonly http2: Pairs
}

/** What a browser's headers depend on. */
export interface Sending {
  readonly url: string
  /** https or this machine: browsers send such hosts more headers. */
  readonly trustworthy: boolean
  /** The `Origin` header; null for a request that has none. */
  readonly origin: string | null
  /** The `Referer` header; null for none. */
  readonly referrer: string | null
  readonly mode: string
  /** The relation of the page's site to those of every URL so far: the value of `Sec-Fetch-Site`. */
  readonly site: 'same-origin' | 'same-site' | 'cross-site'
  /** Whether the first URL was trustworthy. */
  readonly startsTrustworthy: boolean
  /** Whether the page's site and that of this URL differ, regardless of earlier redirects. */
  readonly isCrossSite: boolean
  /** Whether the sites differ, ignoring their schemes. */
  readonly schemelesslyCrossSite: boolean
  /** Whether the credentials mode is "include". */
  readonly includesCredentials: boolean
}

/** A preflight to send. */
export interface SendingPreflight extends Sending {
  readonly method: string
  readonly unsafeNames: readonly string[]
}

/** An actual request to send. */
export interface SendingActual extends Sending {
  readonly method: string
  /** What the page sets, each name once. */
  readonly headers: HeaderList
  /** The body's length in bytes; null without a body. */
  readonly length: number | null
  readonly cookie: string | null
}

/** The headers that a browser sends, names, case and order as measured. */
export interface BrowserHeaders {
  /** The browser in which they were measured. */
  readonly measured: string
  readonly preflight: (sending: SendingPreflight) => SentHeaders
  readonly actual: (sending: SendingActual) => SentHeaders
}

/** Removes the gaps from a list. */
export const listOf = (...pairs: readonly (readonly [string, string | null] | false)[]): Pairs =>
  pairs.flatMap((pair) => (pair === false || pair[1] === null ? [] : [[pair[0], pair[1]] as const]))

/** POST and PUT have a length even without a body. https://www.rfc-editor.org/rfc/rfc9110#section-8.6-5 */
export const contentLength = (method: string, length: number | null): string | null => {
  if (length !== null) return String(length)
  return method === 'POST' || method === 'PUT' ? '0' : null
}

/** Makes a request conditional. https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.12 */
export const isConditional = (names: readonly string[]): boolean =>
  names.some((name) => /^if-(match|modified-since|none-match|range|unmodified-since)$/i.test(name))
