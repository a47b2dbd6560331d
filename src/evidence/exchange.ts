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
  /** That of the first hop. */
  readonly url: string
  readonly method: string
  readonly facts: Facts
  readonly observed: Observed
  /** The earlier preflight that was still cached when the first request was sent without one. */
  readonly cachedPreflight: HarEntry | null
  /** The entry of the URL that the page requested, if an extension redirected it; no server responded to that one. */
  readonly redirectedByExtension: HarEntry | null
  /** What it has in common with others; null if that isn't known. */
  readonly kind?: object | null
  /** What the browser did with the response under a trial, whose headers aren't recorded. */
  readonly tried?: Observed
}

export interface Facts {
  /** "same-origin" also represents "omit": for CORS, they are the same in a cross-origin request. */
  readonly credentialsMode: Fact<CredentialsMode>
  readonly mode: Fact<RequestMode>
  /** The request's origin, serialized. */
  readonly origin: Fact<string>
  /** Whether the first hop needs a CORS-preflight request. */
  readonly preflightNeeded: Fact<boolean>
  /** The header list as Fetch sees it: what the caller set. */
  readonly headerList: Fact<HeaderList>
  /** Whether something other than method and headers required a preflight (an upload listener, a stream). */
  readonly useCorsPreflightFlag: boolean
}

/** Returns the entry of a hop: the actual request's, or its preflight's if there is no other. */
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
