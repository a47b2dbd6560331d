import { engines } from '../engines/index.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import { type InSteps, mapInSteps } from '../in-steps.ts'
import { makeCoverage } from './cached-preflight.ts'
import { cheapestPairsInSteps, type Offer } from './cheapest-pairs.ts'
import { countRequestsInSteps, type Offered } from './count-requests.ts'
import { firstIndex } from './first-index.ts'
import { requestedHeaderNames } from './is-preflight.ts'
import { orderOfPreflights } from './order-of-preflights.ts'
import { preflightFit } from './preflight-fit.ts'
import { requestedMethod } from './preflight-result.ts'
import { preflightUrl } from './preflight-url.ts'
import { withholdsCredentials } from './unsafe-names.ts'

/** How many of the nearest actual requests a preflight is compared with. */
const NEAREST = 40
/** Up to how many simultaneous requests are all compared. */
const AT_ONCE = 120
/** How many header names are compared in one step. */
const NAMES = 2_000
/** How many milliseconds around a preflight are searched first for actual requests. */
const REACH = 15_000

/**
 * Returns the actual request of each preflight that has one. Which ones belong together is decided for all of a URL and
 * method at once: by the header names that were asked for, the order of events, and what came of both. `isTarget` reports
 * what a redirect led to, `isTried` which preflights a trial may have let pass. Precondition: both lists are sorted by time.
 */
export function* pairPreflightsInSteps(
  preflights: readonly HarEntry[],
  actuals: readonly HarEntry[],
  recording: Recording,
  {
    isTarget,
    isTried,
  }: {
    readonly isTarget: (actual: HarEntry) => boolean
    readonly isTried: (preflight: HarEntry) => boolean
  },
): InSteps<Map<HarEntry, HarEntry>> {
  if (preflights.length === 0) return new Map()
  const implementation =
    engines[recording.browser === 'unknown' ? 'chromium' : recording.browser].implementation
  const groups = new Map<string, HarEntry[]>()
  yield* mapInSteps(actuals, (actual) => {
    const key = keyOf(actual, actual.request.method)
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [actual])
    else same.push(actual)
  })
  const costOf = preflightFit({
    recording,
    implementation,
    withheld: withholdsCredentials([...preflights, ...actuals]),
    startOf: orderOfPreflights(preflights, groupOf),
    isCovered: makeCoverage(preflights, implementation),
    isTried,
  })
  yield
  const near = candidatesNear(groups)
  const offered: Offered[] = []
  let weighed = 0
  for (const preflight of preflights) {
    const offers: Offer<HarEntry>[] = []
    for (const candidate of near(preflight)) {
      const cost = costOf(preflight, candidate)
      if (cost !== null) offers.push({ candidate, cost })
      weighed += requestedHeaderNames(preflight).length + candidate.request.headers.length
      if (weighed < NAMES) continue
      weighed = 0
      yield
    }
    offered.push({ preflight, offers })
  }
  const counted = yield* countRequestsInSteps(offered, actuals, isTarget)
  yield
  return yield* cheapestPairsInSteps(preflights, (preflight) => counted.get(preflight) ?? [])
}

const keyOf = (entry: HarEntry, method: string): string => `${method} ${preflightUrl(entry.request.url)}`

const groupOf = (preflight: HarEntry): string => keyOf(preflight, requestedMethod(preflight))

/**
 * Returns a function that returns the actual requests near a preflight. Among many simultaneous ones, these are the ones
 * with its own place among them and those right before. Precondition: it's called with preflights sorted by time.
 */
function candidatesNear(
  groups: ReadonlyMap<string, readonly HarEntry[]>,
): (preflight: HarEntry) => readonly HarEntry[] {
  const bursts = new Map<string, { first: number; count: number }>()
  return (preflight) => {
    const key = groupOf(preflight)
    const same = groups.get(key) ?? []
    if (same.length <= 2 * NEAREST) return same
    const at = preflight.started === null ? 0 : indexAt(same, preflight.started + 3)
    const burst = bursts.get(key)
    const isSame = burst !== undefined && burst.first === at
    const nth = isSame ? burst.count + 1 : 0
    bursts.set(key, { first: at, count: nth })
    const around = (from: number, begin: number): readonly HarEntry[] =>
      same.slice(Math.max(from, begin + nth - AT_ONCE / 2), begin + nth + AT_ONCE / 2)
    // Without times, only the place is left.
    if (preflight.started === null) return around(0, 0)
    const from = indexAt(same, preflight.started - REACH)
    // The rank is counted from the first request of this moment.
    const begin = indexAt(same, (same[Math.max(0, at - 1)]?.started ?? preflight.started) - 3)
    const next = same[at]?.started ?? null
    // Some browsers record the actual request when it's sent, after its preflight.
    const isBurstAfter = next !== null && indexAt(same, next + 3) - at > NEAREST / 2
    const after = isBurstAfter ? around(at, at) : []
    if (at - begin <= AT_ONCE) {
      const near = same.slice(Math.max(from, Math.min(begin, at - NEAREST)), at + NEAREST / 2)
      return after.length === 0 ? near : [...new Set([...near, ...after])]
    }
    const near = same.slice(Math.max(from, at - NEAREST), at + NEAREST / 2)
    return [...new Set([...near, ...around(from, begin), ...after])]
  }
}

/** Returns the index of the first entry that began at a time or later. */
const indexAt = (sorted: readonly HarEntry[], time: number): number =>
  firstIndex(sorted, ({ started }) => (started ?? 0) >= time)
