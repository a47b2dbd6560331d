import type { HarEntry } from '../har/har-entry.ts'

/** One URL of a fetch: its actual request and its CORS-preflight request, at least one of them. */
export interface Hop {
  readonly actual: HarEntry | null
  readonly preflight: HarEntry | null
  /**
   * Another entry of the same URL: one with the response that the actual request's entry lacks, or the stored response
   * that a 304 confirms.
   */
  readonly standIn: HarEntry | null
}

/** The hops of one fetch: the first request, then one per followed redirect. */
export type Chain = readonly [Hop, ...Hop[]]
