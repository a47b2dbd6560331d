/**
 * An entry of a recording as it stands in a link. Names are one letter, and what is as usual is left out: a link is meant
 * to be short.
 */
export interface PackedEntry {
  /** Method, URL, status. */
  readonly r: readonly [method: string, url: string, status: number]
  /** Request headers, then response headers: names and values by turns. */
  readonly q: readonly string[]
  readonly a: readonly string[]
  /** Milliseconds after the first entry, and how long it took. */
  readonly t?: readonly [after: number, took: number]
  /** The entry names a page; what it waited before it was sent (`timings._blocked_queueing`). */
  readonly o?: true
  readonly u?: number
  /** Sent with cookies that aren't among the headers. */
  readonly c?: true
  /** `response._error`; absent: there's no such field. */
  readonly e?: string | null
  /** `_resourceType`. */
  readonly y?: string
  /** `_initiator`: type, id of the request that a preflight is for, and whether a local file made the call. */
  readonly i?: readonly [type: string, requestId: string, isFile: boolean]
  /** `_fromCache`, `_securityState`, `serverIPAddress`, `redirectURL`. */
  readonly f?: string
  readonly s?: string
  readonly n?: string
  readonly l?: string
  /** Through a service worker; without timings. */
  readonly w?: true
  readonly z?: true
  /** Size of the content, and its type if no header has it. */
  readonly b?: number
  readonly m?: string
}

/** What a link holds: one fetch with its preflights and redirects. */
export interface PackedExchange {
  readonly v: 1
  /** `log.creator` and `log.browser`. */
  readonly k: readonly [creator: string, browser: string]
  /** The page's origin if the recording knows it. */
  readonly p?: string
  readonly x: readonly PackedEntry[]
}
