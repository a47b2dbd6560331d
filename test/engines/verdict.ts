import type { PageResult } from './run-in-page.ts'

/** What the browser made of a case, by its own account. */
export interface Verdict {
  /** "shared": the page got the response; "cors": blocked, with a `corsError`; "other": failed for another reason. */
  readonly outcome: 'shared' | 'cors' | 'other'
  /** The engine's own name: the protocol's `Network.CorsError`, Firefox's category, our name of WebKit's sentence. */
  readonly corsError: string | null
  readonly failedParameter: string | null
  /** `net::ERR_…`, as the browser's own record of the request has it. */
  readonly netError: string | null
  /** Why something other than CORS refused it: `csp`, `mixed-content`, `corp-not-same-origin` … */
  readonly blockedReason: string | null
  readonly console: readonly string[]
  /** The console's sentence on why CORS blocked it. */
  readonly message: string | null
  readonly page: PageResult
  /** Names of the response headers that the page could read. */
  readonly exposed: readonly string[]
  /** What arrived at the lab: method and hop, in order. */
  readonly arrived: readonly string[]
}

/** What the debugging protocol said about one case. */
export interface ProtocolRecord {
  readonly corsErrors: readonly { readonly corsError: string; readonly failedParameter: string }[]
  readonly netErrors: readonly string[]
  readonly blockedReasons: readonly string[]
  readonly console: readonly string[]
  readonly finished: boolean
}

/** Returns the verdict on a case. */
export function verdictOf(page: PageResult, record: ProtocolRecord, arrived: readonly string[]): Verdict {
  const cors = record.corsErrors[0] ?? null
  // A script or image with status 404, or of the wrong type, fires an error event though CORS let it through.
  const gotIt =
    page.type === 'response' || page.type === 'loaded' || (record.finished && record.netErrors.length === 0)
  return {
    outcome: cors ? 'cors' : gotIt ? 'shared' : 'other',
    corsError: cors?.corsError ?? null,
    failedParameter: cors?.failedParameter ?? null,
    netError: record.netErrors[0] ?? null,
    blockedReason: record.blockedReasons[0] ?? null,
    console: record.console,
    message: record.console.find((text) => text.includes('blocked by CORS policy')) ?? null,
    page,
    exposed: page.type === 'response' ? page.exposed : [],
    arrived,
  }
}
