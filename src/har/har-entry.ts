import type { HeaderList } from '../fetch/header-list.ts'

/**
 * One entry of a recording, checked and reduced to what a diagnosis reads. The only part of a body that is kept is the
 * beginning of an error page. `null` means that the recording doesn't say.
 */
export interface HarEntry {
  /** The index of its file in the report's `sources`. */
  readonly file: number
  /** Position in the recording's `log.entries`. */
  readonly index: number
  /** Milliseconds since the epoch; sub-millisecond digits are kept. */
  readonly started: number | null
  /** Milliseconds that the whole exchange took. */
  readonly time: number | null
  readonly request: HarRequest
  readonly response: HarResponse
  /**
   * The URL of the page that the entry belongs to, from `log.pages`. If the entry names no page, as in a worker, it's one
   * of the recorded pages, provided that they all have the same origin. A frame in the page may have another origin.
   */
  readonly page: string | null
  /** Whether the entry names a page, known or not. Chrome doesn't name one for requests of workers. */
  readonly ofPage: boolean
  readonly vendor: VendorFields
}

/** A request as it was recorded. */
export interface HarRequest {
  readonly method: string
  /** As recorded, fragment included. */
  readonly url: string
  /** In recorded order, repeated names kept apart, HTTP/2 pseudo-headers left out. */
  readonly headers: HeaderList
  /** Whether the headers are those sent over the network: there is a `Host` header or an `:authority` pseudo-header. */
  readonly onTheWire: boolean
  /** Whether the entry's `cookies` array or a `Cookie` header shows that cookies were sent. */
  readonly hasCookies: boolean
  /** The values of the entry's `cookies` array, which browsers fill even if they leave out the `Cookie` header. */
  readonly cookieValues: readonly string[]
  readonly headersSize: number | null
}

/** A response as it was recorded; status 0 stands for none. */
export interface HarResponse {
  /** 0 if no response was recorded. */
  readonly status: number
  readonly statusText: string
  readonly headers: HeaderList
  /** `redirectURL` as recorded; '' if there is none. */
  readonly redirectUrl: string
  readonly mimeType: string
  readonly contentSize: number | null
  /** The first 512 characters of the body of an error or a web page: they often show what wrote it. null: not recorded. */
  readonly errorBody: string | null
  readonly headersSize: number | null
}

/** Fields beyond HAR 1.2 that some browser or tool writes. */
export interface VendorFields {
  /** Chrome, Playwright: `_resourceType` in lowercase: fetch, xhr, preflight, script, image, … */
  readonly resourceType: string | null
  readonly initiator: Initiator | null
  /**
   * What Chrome writes into `response._error` (null: no error; '': refused before it reached the network), or Playwright
   * into `response._failureText`. `undefined` if the recording has neither field.
   */
  readonly error: string | null | undefined
  /** Chrome: `_fromCache` ("disk", "memory"). */
  readonly fromCache: string | null
  readonly viaServiceWorker: boolean
  /** Firefox: `_securityState`. */
  readonly securityState: string | null
  /** Firefox: whether `timings` is an empty object, which means that the request never left the browser. */
  readonly noTimings: boolean
  /**
   * Chrome: `timings._blocked_queueing`, how many milliseconds passed before it was sent; its preflight is over by then.
   */
  readonly queued: number | null
  readonly serverAddress: string | null
}

/** What made the page send a request, as Chrome records it. */
export interface Initiator {
  /** Chrome: script, parser, preflight, other. */
  readonly type: string
  readonly url: string | null
  /** For a preflight: Chrome's id of the actual request; it groups the preflights of one redirect chain. */
  readonly requestId: string | null
  /** The innermost call frame with a URL; line and column count from 0. */
  readonly frame: { readonly url: string; readonly line: number; readonly column: number } | null
}

/** The engine of the browser that made a recording. */
export type Browser = 'chromium' | 'firefox' | 'webkit' | 'unknown'

/** Who wrote a recording, and what that writer leaves out. */
export interface Recording {
  readonly file: number
  readonly name: string
  /** `log.creator` as "name version". */
  readonly creator: string
  readonly browser: Browser
  /** false if the writer never records CORS-preflight requests (Playwright). */
  readonly recordsPreflights: boolean
  /** false if the writer leaves out requests that failed (chrome-har). */
  readonly recordsFailures: boolean
  /** false if the writer omits the headers of responses that CORS blocked (Playwright). */
  readonly recordsBlockedHeaders: boolean
  /**
   * false if no browser sent the requests (but curl, for example). A request may then have been sent although its
   * preflight failed.
   */
  readonly sentByBrowser: boolean
  /**
   * false if nobody saw what a browser did with the responses, because `whycors check` sent the requests. It sends what a
   * browser would, and no actual request if its preflight fails.
   */
  readonly recordsOutcomes: boolean
  /**
   * The origins of the pages that were opened while it was made. Pages that were open before are missing, so this doesn't
   * tell which page sent a request.
   */
  readonly opened: readonly string[]
}

/** A part of a recording that couldn't be read. The rest was. */
export interface SkippedEntry {
  readonly file: number
  readonly entry: number
  /** The place and what is wrong with it: "request.url: not a string". */
  readonly why: string
}

/** Where a recording is cut off. Everything complete before that place is read. */
export interface Truncation {
  readonly file: number
  /** The length of the file, or of its content if it's compressed. */
  readonly byteOffset: number
  /** "the file ends inside an array" */
  readonly why: string
}
