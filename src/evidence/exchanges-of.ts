import { engines } from '../engines/index.ts'
import type { Implementation } from '../fetch/implementation.ts'
import type { Browser, HarEntry, Recording } from '../har/har-entry.ts'
import { atOnce, type InSteps, mapInSteps, mapWeighedInSteps } from '../in-steps.ts'
import { alike } from './alike.ts'
import { findCachedPreflightInSteps } from './cached-preflight.ts'
import type { Chain } from './chain.ts'
import { type Exchange, entryOf, type Facts } from './exchange.ts'
import { valuesOfFact } from './fact.ts'
import { mayBeOfWorker, methodOf, readFacts } from './facts.ts'
import { isExtensionRedirect } from './is-extension-redirect.ts'
import { isPreflight, requestedHeaderNames } from './is-preflight.ts'
import { type Kinds, makeKinds } from './kinds.ts'
import { type Observed, observe, UNKNOWN } from './observed.ts'
import {
  noPageReport,
  type PageReport,
  type PageView,
  viewOfPage,
  type WatchedOutcome,
} from './page-report.ts'
import { pairInSteps } from './pair.ts'
import { readOrigin } from './request-origin.ts'
import { preflightTriedIn, triedIn } from './tried-in.ts'
import { findWorkersInSteps } from './workers.ts'

/** What earlier rounds found out about the exchanges of a recording that still grows. */
export interface KnownExchanges {
  /** By their first entry; a recording that grows leaves most of them as they were. Null: there is only one round. */
  readonly byEntry: WeakMap<
    HarEntry,
    { readonly exchange: Exchange; readonly view: PageView; readonly ofWorker: boolean }
  > | null
  readonly kinds: Kinds
}

/** Returns every fetch of a recording, paired and joined, with its facts. The order of the entries doesn't matter. */
export const exchangesOf = (recording: Recording, entries: readonly HarEntry[]): readonly Exchange[] =>
  atOnce(exchangesInSteps(recording, entries, noPageReport, { byEntry: null, kinds: makeKinds() }))

/**
 * Returns what {@link exchangesOf} does, in steps. Unchanged exchanges are the same objects as in an earlier round with
 * the same `before`.
 */
export function* exchangesInSteps(
  recording: Recording,
  entries: readonly HarEntry[],
  report: PageReport,
  { byEntry, kinds }: KnownExchanges,
): InSteps<readonly Exchange[]> {
  const workers = yield* findWorkersInSteps(entries)
  const implementation = implementationOf(recording.browser)
  const preflights: HarEntry[] = []
  yield* mapInSteps(entries, (entry) => isPreflight(entry) && preflights.push(entry))
  const cachedPreflight = yield* findCachedPreflightInSteps(preflights, implementation)
  yield
  const trials = report.trials ?? []
  const chains = yield* pairInSteps(entries, recording, preflightTriedIn(trials), new Set(preflights))
  const viewOf = yield* viewOfPage(chains, report)
  const read = (recorded: Chain, chain: Chain, view: PageView): Exchange => {
    const first = entryOf(chain[0])
    const facts = readFacts(chain, { recording, workers, implementation, call: view.call })
    const observed = asThePageSaw(observe(chain, recording), facts, view.outcome, first.index)
    const isTried = triedIn(trials, chain, facts.origin)
    return {
      recording,
      chain,
      url: first.request.url,
      method: methodOf(chain[0]),
      facts,
      observed: isTried ? UNKNOWN : observed,
      cachedPreflight:
        chain[0].preflight === null ? cachedPreflight(first, valuesOfFact(facts.headerList)[0] ?? []) : null,
      redirectedByExtension: chain === recorded ? null : recorded[0].actual,
      ...(isTried && { tried: observed }),
    }
  }
  /** Returns what is read of a fetch, or the same of the first of its kind. */
  const readOnce = (recorded: Chain, chain: Chain, view: PageView): Exchange => {
    const isAlone = view.call !== null || view.outcome !== null || trials.length > 0 || chain !== recorded
    const pair = isAlone ? null : kinds.of(chain, recording)
    if (pair === null) return read(recorded, chain, view)
    const model = pair.ofPage.model ?? pair.ofWorker.model
    const origin = model?.facts.origin ?? readOrigin(chain)
    const kind = mayBeOfWorker(chain, origin, workers) ? pair.ofWorker : pair.ofPage
    if (kind.model === null) {
      const exchange = read(recorded, chain, view)
      if (exchange.cachedPreflight !== null) return exchange
      kind.model = { ...exchange, kind }
      kind.headerList = valuesOfFact(exchange.facts.headerList)[0] ?? []
      return kind.model
    }
    return cachedPreflight(entryOf(chain[0]), kind.headerList) === null
      ? alike(kind.model, chain)
      : read(recorded, chain, view)
  }
  const exchangeOf = (recorded: Chain): Exchange => {
    const chain = afterExtensions(recorded)
    const view = viewOf(recorded)
    if (byEntry === null) return readOnce(recorded, chain, view)
    const first = entryOf(chain[0])
    const old = byEntry.get(first)
    if (
      old !== undefined &&
      old.exchange.recording === recording &&
      isSameChain(old.exchange.chain, chain) &&
      old.view.call === view.call &&
      old.view.outcome === view.outcome &&
      old.ofWorker === mayBeOfWorker(chain, old.exchange.facts.origin, workers)
    ) {
      return old.exchange
    }
    const exchange = readOnce(recorded, chain, view)
    byEntry.set(first, { exchange, view, ofWorker: mayBeOfWorker(chain, exchange.facts.origin, workers) })
    return exchange
  }
  return yield* mapWeighedInSteps(chains, exchangeOf, headersIn)
}

/** Returns how many headers a chain's first hop has: what makes an exchange of it takes as long. */
const headersIn = ({ 0: { actual, preflight } }: Chain): number =>
  1 +
  (actual?.request.headers.length ?? 0) +
  (preflight === null ? 0 : requestedHeaderNames(preflight).length)

/** An extension's redirect isn't checked; the fetch is then one of its target, if that was recorded. */
function afterExtensions(chain: Chain): Chain {
  if (chain.length === 1) return chain
  const at = chain.findLastIndex(({ actual }) => actual !== null && isExtensionRedirect(actual))
  const [next, ...rest] = chain.slice(at + 1)
  return at < 0 || next === undefined ? chain : [next, ...rest]
}

const isSameChain = (a: Chain, b: Chain): boolean =>
  a.length === b.length &&
  a.every(
    (hop, i) =>
      hop.actual === b[i]?.actual && hop.preflight === b[i]?.preflight && hop.standIn === b[i]?.standIn,
  )

/** If the recording states no outcome, the page's resource timing does, except for an opaque response. */
function asThePageSaw(
  observed: Observed,
  { mode }: Facts,
  outcome: WatchedOutcome | null,
  entry: number,
): Observed {
  if (observed.outcome !== 'unknown' || observed.elsewhere || outcome === null) return observed
  if (!mode.known || mode.value !== 'cors') return observed
  const source = { entry, field: 'page.performance.responseStatus', value: String(outcome.status) }
  return { outcome: outcome.status > 0 ? 'shared' : 'blocked', elsewhere: false, source }
}

/** Returns how the browser of a recording works; Chromium if it isn't known. */
export const implementationOf = (browser: Browser): Implementation =>
  engines[browser === 'unknown' ? 'chromium' : browser].implementation
