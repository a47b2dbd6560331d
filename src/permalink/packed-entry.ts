/** An entry of a recording in a link. To keep links short, names are one letter, and usual values are omitted. */
export interface PackedEntry {
  /** Method, URL, status. */
  readonly r: readonly [method: string, url: string, status: number]
  /** Request headers, then response headers: names and values alternately. */
  readonly q: readonly string[]
  readonly a: readonly string[]
  /** Milliseconds after the first entry, and how long it took. */
  readonly t?: readonly [after: number, took: number]
  /** Whether the entry names a page; how long it waited before it was sent (`timings._blocked_queueing`). */
  readonly o?: true
  readonly u?: number
  /** Whether cookies were sent that aren't among the headers. */
  readonly c?: true
  /** `response._error`; absent if there is no such field. */
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
  /** Whether it went through a service worker; whether it lacks timings. */
  readonly w?: true
  readonly z?: true
  /** The size of the content, and its type if no header states it. */
  readonly b?: number
  readonly m?: string
}

/** The content of a link: one fetch with its preflights and redirects. */
export interface PackedExchange {
  readonly v: 1
  /** `log.creator` and `log.browser`. */
  readonly k: readonly [creator: string, browser: string]
  /** The page's origin, if it was recorded. */
  readonly p?: string
  readonly x: readonly PackedEntry[]
}
