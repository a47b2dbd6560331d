import type { HarEntry } from '../har/har-entry.ts'

/** One URL of a fetch: what was asked there, and its CORS-preflight request. One of the two is always there. */
export interface Hop {
  readonly actual: HarEntry | null
  readonly preflight: HarEntry | null
  /**
   * Another entry of the same URL: the one whose response may be what the actual request's entry lacks, or the stored
   * response that a 304 confirms.
   */
  readonly standIn: HarEntry | null
}

/** The hops of one fetch: the first request, then one per followed redirect. */
export type Chain = readonly [Hop, ...Hop[]]
