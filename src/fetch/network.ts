import type { PreflightRequest } from './cors-preflight-fetch.ts'
import type { FetchRequest } from './request.ts'
import type { FetchResponse } from './response.ts'

/** What the network gives for one request. */
export type NetworkResult =
  | { readonly type: 'response'; readonly response: FetchResponse }
  /** No usable response: refused, dropped, unreachable. */
  | { readonly type: 'network error' }
  /** The preflight's answer is not known, but the actual request went out, so it was a success or cached. */
  | { readonly type: 'passed' }
  /** Nobody knows what the network gave. */
  | { readonly type: 'not recorded' }

/**
 * The network as main fetch sees it: a recording, a policy's promise, a live server asked beforehand. `hop`
 * counts the followed redirects, from 0.
 */
export interface Network {
  preflight(request: PreflightRequest, hop: number): NetworkResult
  actual(request: FetchRequest, hop: number): NetworkResult
}
