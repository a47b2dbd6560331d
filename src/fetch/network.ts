import type { PreflightRequest } from './cors-preflight-fetch.ts'
import type { FetchRequest } from './request.ts'
import type { FetchResponse } from './response.ts'

/** What the network returns for one request. */
export type NetworkResult =
  | { readonly type: 'response'; readonly response: FetchResponse }
  /** No usable response: refused, dropped, unreachable. */
  | { readonly type: 'network error' }
  /** The preflight response isn't known, but the actual request was sent, so the preflight passed or was cached. */
  | { readonly type: 'passed' }
  /** What the network returned isn't known. */
  | { readonly type: 'not recorded' }

/**
 * The network as main fetch sees it: a recording, the responses that a policy promises, or a live server. `hop` counts
 * the followed redirects, from 0.
 */
export interface Network {
  preflight(request: PreflightRequest, hop: number): NetworkResult
  actual(request: FetchRequest, hop: number): NetworkResult
}
