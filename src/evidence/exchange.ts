import type { HeaderList } from '../fetch/header-list.ts'
import type { CredentialsMode, RequestMode } from '../fetch/request.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import type { Chain, Hop } from './chain.ts'
import type { Fact } from './fact.ts'
import type { Observed } from './observed.ts'

/** One fetch, as evidence. */
export interface Exchange {
  readonly recording: Recording
  readonly chain: Chain
  /** The first hop's. */
  readonly url: string
  readonly method: string
  readonly facts: Facts
  readonly observed: Observed
  /** The earlier preflight that was still cached when the first request went out without one. */
  readonly cachedPreflight: HarEntry | null
  /** The entry of the URL that the page asked for, if an extension sent the request elsewhere; no server answered that one. */
  readonly redirectedByExtension: HarEntry | null
  /** What it has in common with others; null if that isn't known. */
  readonly kind?: object | null
  /** What the browser did with the response under a trial of ours, which isn't in the recorded headers. */
  readonly tried?: Observed
}

export interface Facts {
  /** "same-origin" stands for "omit" too: to another origin they are the same to CORS. */
  readonly credentialsMode: Fact<CredentialsMode>
  readonly mode: Fact<RequestMode>
  /** The request's origin, serialized. */
  readonly origin: Fact<string>
  /** Whether a CORS-preflight request is due for the first hop. */
  readonly preflightNeeded: Fact<boolean>
  /** The header list as Fetch sees it: what the caller set. */
  readonly headerList: Fact<HeaderList>
  /** Whether something other than method and headers asked for a preflight (an upload listener, a stream). */
  readonly useCorsPreflightFlag: boolean
}

/** Returns the entry that stands for a hop: the actual request's, or its preflight's where that is all there is. */
export function entryOf(hop: Hop): HarEntry {
  const entry = hop.actual ?? hop.preflight
  if (entry === null) throw new Error('a hop without entries')
  return entry
}

/** Returns a name for an exchange that doesn't change while more entries arrive. */
export function exchangeId({ chain }: Pick<Exchange, 'chain'>): string {
  const { file, index } = entryOf(chain[0])
  return `${file}:${index}`
}

/** Returns an exchange as data, of which another thread can get a copy. */
export const plainExchange = ({
  recording,
  chain,
  url,
  method,
  facts,
  observed,
  cachedPreflight,
  redirectedByExtension,
  tried,
}: Exchange): Exchange => ({
  recording,
  chain,
  url,
  method,
  facts,
  observed,
  cachedPreflight,
  redirectedByExtension,
  ...(tried === undefined ? {} : { tried }),
})
