import type { HeaderList } from '../fetch/header-list.ts'
import type { CredentialsMode, RequestMode } from '../fetch/request.ts'
import type { InSteps } from '../in-steps.ts'
import type { Chain } from './chain.ts'
import { entryOf } from './exchange.ts'
import { nearestInSteps } from './nearest.ts'
import { withoutFragment } from './redirect-target.ts'

/** A fetch() or XMLHttpRequest as the page called it. */
export interface WatchedCall {
  /** 'check': nobody watched a page; `whycors check` made the request, and so knows. */
  readonly by: 'fetch' | 'XMLHttpRequest' | 'check'
  readonly url: string
  readonly method: string
  readonly mode: RequestMode
  readonly credentials: CredentialsMode
  /** Milliseconds since the epoch. */
  readonly time: number
  /** What the page set, if that's known. */
  readonly headers?: HeaderList
}

/** The page's own resource timing of a request. https://w3c.github.io/resource-timing/ */
export interface WatchedOutcome {
  readonly url: string
  /** 0 if the page didn't get the response. */
  readonly status: number
  readonly time: number
}

/** The period in which a trial changed an API's response headers for a page. Times are milliseconds since the epoch. */
export interface TrialSpan {
  readonly target: string
  readonly origin: string
  readonly from: number
  /** Null while it's active. */
  until: number | null
}

/** What is known about the inspected page's requests, apart from the recording. */
export interface PageReport {
  readonly calls: readonly WatchedCall[]
  readonly outcomes: readonly WatchedOutcome[]
  readonly trials?: readonly TrialSpan[]
}

export const noPageReport: PageReport = { calls: [], outcomes: [] }

/** What the page reports about one fetch. */
export interface PageView {
  readonly call: WatchedCall | null
  readonly outcome: WatchedOutcome | null
}

export const noPageView: PageView = { call: null, outcome: null }

/** The page and the recording use the same clock, and a call comes just before its request. */
const APART = 250

/** Returns the page's report for each chain: the nearest in time, each used once. */
export function* viewOfPage(
  chains: readonly Chain[],
  report: PageReport,
): InSteps<(chain: Chain) => PageView> {
  if (report.calls.length + report.outcomes.length === 0) return () => noPageView
  const url = (chain: Chain): string => withoutFragment(entryOf(chain[0]).request.url)
  const method = ([{ actual, preflight }]: Chain): string =>
    actual?.request.method ??
    preflight?.request.headers.find(({ name }) => /^access-control-request-method$/i.test(name))?.value ??
    ''
  const cost = (time: number, chain: Chain): number | null => {
    const { started } = entryOf(chain[0])
    if (started === null) return null
    const gap = Math.abs(started - time)
    return gap <= APART ? gap : null
  }
  const startOf = (chain: Chain): number | null => entryOf(chain[0]).started
  const calls = yield* nearestInSteps(report.calls, chains, {
    key: (call) => `${call.method} ${withoutFragment(call.url)}`,
    candidateKey: (chain) => `${method(chain)} ${url(chain)}`,
    cost: (call, chain) => cost(call.time, chain),
    time: ({ time }) => time,
    candidateTime: startOf,
  })
  const outcomes = yield* nearestInSteps(report.outcomes, chains, {
    key: (outcome) => withoutFragment(outcome.url),
    candidateKey: url,
    cost: (outcome, chain) => cost(outcome.time, chain),
    time: ({ time }) => time,
    candidateTime: startOf,
  })
  const callOf = new Map([...calls].map(([call, chain]) => [chain, call]))
  const outcomeOf = new Map([...outcomes].map(([outcome, chain]) => [chain, outcome]))
  return (chain) => ({ call: callOf.get(chain) ?? null, outcome: outcomeOf.get(chain) ?? null })
}
