import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import { atOnce, type InSteps, mapInSteps } from '../in-steps.ts'
import type { Chain, Hop } from './chain.ts'
import { isPreflight } from './is-preflight.ts'
import { nearestInSteps } from './nearest.ts'
import { pairPreflightsInSteps } from './pair-preflights.ts'
import { following, openRings } from './redirect-order.ts'
import { redirectTarget, withoutFragment } from './redirect-target.ts'
import { findStandIn } from './stand-in.ts'

/**
 * Returns the fetches of a recording: each actual request with its CORS-preflight request, redirects joined to one chain.
 * The order of the entries doesn't matter; each entry is in exactly one chain. Entries without a partner have their own
 * chain: an actual request whose preflight was cached, not needed or not recorded, or a preflight whose actual request
 * was never sent.
 */
export const pair = (entries: readonly HarEntry[], recording: Recording): readonly Chain[] =>
  atOnce(pairInSteps(entries, recording))

/** Returns what {@link pair} does, in steps. `isTried`: a trial may have let a preflight pass, whatever its response. `known` are all preflights. */
export function* pairInSteps(
  entries: readonly HarEntry[],
  recording: Recording,
  isTried: (preflight: HarEntry) => boolean = () => false,
  known: ReadonlySet<HarEntry> = new Set(entries.filter(isPreflight)),
): InSteps<readonly Chain[]> {
  const sorted = isInTime(entries) ? entries : [...entries].sort(inTime)
  yield
  const preflights: HarEntry[] = []
  const others: HarEntry[] = []
  const actuals = known.size === 0 ? sorted : others
  if (known.size > 0)
    yield* mapInSteps(sorted, (entry) => (known.has(entry) ? preflights : others).push(entry))

  const followed = yield* nearestInSteps(actuals.filter(isFollowed), actuals, {
    key: redirectTarget,
    candidateKey: (actual) => withoutFragment(actual.request.url),
    cost: redirectCost,
    time: endOf,
    candidateTime: ({ started }) => started,
  })
  openRings(followed, actuals)
  const isTarget = new Set(followed.values())
  const preflightOf = yield* pairPreflightsInSteps(preflights, actuals, recording, {
    isTarget: (actual) => isTarget.has(actual),
    isTried,
  })
  const preflightByActual = invert(preflightOf)
  yield
  const standIns = findStandIn(actuals)
  yield
  const hopOf = (actual: HarEntry): Hop => {
    const preflight = preflightByActual.get(actual) ?? null
    return { actual, preflight, standIn: standIns(actual, preflight) }
  }

  const starts = isTarget.size === 0 ? actuals : actuals.filter((actual) => !isTarget.has(actual))
  const chains = yield* mapInSteps(
    starts,
    (actual): Growing =>
      // Most fetches aren't redirected.
      followed.has(actual) ? [hopOf(actual), ...following(actual, followed).map(hopOf)] : [hopOf(actual)],
  )
  const lone = preflights.filter((preflight) => !preflightOf.has(preflight))
  const alone = yield* withLonePreflights(chains, lone)
  yield
  return alone.length === 0 ? chains : [...chains, ...alone].sort(byStart)
}

/** A chain to which hops are added. */
type Growing = [Hop, ...Hop[]]

/**
 * Adds each preflight without an actual request to the chain whose redirect led to its URL (Firefox never reports the
 * actual request that a failed preflight stopped); returns those that remain, as separate chains.
 */
function* withLonePreflights(
  chains: readonly Growing[],
  lone: readonly HarEntry[],
): InSteps<readonly Chain[]> {
  if (lone.length === 0) return []
  const ends = new Map(chains.flatMap((hops) => lastActual(hops).map((end) => [end, hops] as const)))
  const led = yield* nearestInSteps(lone, [...ends.keys()].filter(isFollowed), {
    key: (preflight) => withoutFragment(preflight.request.url),
    candidateKey: redirectTarget,
    cost: (preflight, end) => redirectCost(end, preflight),
    time: ({ started }) => started,
    candidateTime: ({ started }) => started,
  })
  for (const [preflight, end] of led) ends.get(end)?.push({ actual: null, preflight, standIn: null })
  return lone
    .filter((preflight) => !led.has(preflight))
    .map((preflight): Chain => [{ actual: null, preflight, standIn: null }])
}

const lastActual = (hops: readonly Hop[]): readonly HarEntry[] => {
  const end = hops[hops.length - 1]?.actual
  return end === null || end === undefined ? [] : [end]
}

/** The distance of a pair whose times aren't recorded. */
const UNTIMED = 100_000

/** Whether the browser went on to the redirect's location: it says so, or doesn't say that it stopped. */
const isFollowed = (entry: HarEntry): boolean =>
  isRedirectStatus(entry.response.status) &&
  redirectTarget(entry) !== '' &&
  (entry.vendor.error === null || entry.vendor.error === undefined)

const endOf = ({ started, time }: HarEntry): number | null =>
  started === null ? null : started + (time ?? 0)

function redirectCost(from: HarEntry, to: HarEntry): number | null {
  if (from === to) return null
  if (from.started === null || to.started === null) return UNTIMED
  if (to.started < from.started - 2) return null
  const gap = to.started - (from.started + (from.time ?? 0))
  return Math.abs(gap) <= 10_000 ? Math.abs(gap) : null
}

const invert = <K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<V, K> => new Map([...map].map(([k, v]) => [v, k]))

/** A total order of entries by content, so that the file's order never matters. */
function inTime(a: HarEntry, b: HarEntry): number {
  return (
    (a.started ?? 0) - (b.started ?? 0) ||
    idOf(a) - idOf(b) ||
    (a.time ?? 0) - (b.time ?? 0) ||
    compare(a.request.url, b.request.url) ||
    compare(a.request.method, b.request.method) ||
    a.response.status - b.response.status ||
    compare(
      JSON.stringify([a.request, a.response, a.vendor]),
      JSON.stringify([b.request, b.response, b.vendor]),
    )
  )
}

/** Reports whether each entry began after the one before it, as in most files. */
const isInTime = (entries: readonly HarEntry[]): boolean =>
  entries.every(({ started }, i) => i === 0 || (started ?? 0) > (entries[i - 1]?.started ?? 0))

/** Returns the number that Chrome gave to the actual request of a preflight, 0 if there is none. */
function idOf({ vendor }: HarEntry): number {
  const requestId = vendor.initiator?.requestId ?? null
  return requestId === null ? 0 : Number(/\.(\d+)$/.exec(requestId)?.[1] ?? 0)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byStart = (a: Chain, b: Chain): number => {
  const [x, y] = [a[0].actual ?? a[0].preflight, b[0].actual ?? b[0].preflight]
  return x === null || y === null ? 0 : inTime(x, y)
}
