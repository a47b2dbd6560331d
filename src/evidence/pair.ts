import { asciiLower, get } from '../fetch/header-list.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import { atOnce, type InSteps, mapInSteps } from '../in-steps.ts'
import type { Chain, Hop } from './exchange.ts'
import { isPreflight, requestedHeaderNames } from './is-preflight.ts'
import { nearestInSteps } from './nearest.ts'
import { following, openRings } from './redirect-order.ts'
import { redirectTarget, withoutFragment } from './redirect-target.ts'
import { findStandIn } from './stand-in.ts'

/**
 * Returns the fetches of a recording: each actual request with its CORS-preflight request, redirects joined to
 * one chain. The order of the entries does not matter; each entry is in one chain only. What has no partner
 * stands alone: an actual request whose preflight was cached, needless or not recorded, a preflight whose actual
 * request never went out.
 */
export const pair = (entries: readonly HarEntry[], recording: Recording): readonly Chain[] =>
  atOnce(pairInSteps(entries, recording))

/** Returns what {@link pair} does, in steps. */
export function* pairInSteps(entries: readonly HarEntry[], recording: Recording): InSteps<readonly Chain[]> {
  const sorted = [...entries].sort(inTime)
  yield
  const preflights: HarEntry[] = []
  const actuals: HarEntry[] = []
  yield* mapInSteps(sorted, (entry) => (isPreflight(entry) ? preflights : actuals).push(entry))

  const preflightOf = yield* nearestInSteps(preflights, actuals, {
    key: (preflight) => key(preflight, get(preflight.request.headers, 'Access-Control-Request-Method') ?? ''),
    candidateKey: (actual) => key(actual, actual.request.method),
    cost: (preflight, actual) => pairCost(preflight, actual, recording),
  })
  const followed = yield* nearestInSteps(actuals.filter(isFollowed), actuals, {
    key: redirectTarget,
    candidateKey: (actual) => withoutFragment(actual.request.url),
    cost: redirectCost,
  })
  openRings(followed, actuals)
  const preflightByActual = invert(preflightOf)
  yield
  const standIns = findStandIn(actuals)
  yield
  const hopOf = (actual: HarEntry): Hop => {
    const preflight = preflightByActual.get(actual) ?? null
    return { actual, preflight, standIn: standIns(actual, preflight) }
  }

  const isTarget = new Set(followed.values())
  const starts = actuals.filter((actual) => !isTarget.has(actual))
  const chains = yield* mapInSteps(starts, (actual): Hop[] => [
    hopOf(actual),
    ...following(actual, followed).map(hopOf),
  ])
  const lone = preflights.filter((preflight) => !preflightOf.has(preflight))
  const all: readonly (readonly Hop[])[] = [...chains, ...(yield* withLonePreflights(chains, lone))]
  yield
  return all.filter(isChain).sort(byStart)
}

/**
 * Gives each preflight without an actual request to the chain whose redirect led to its URL (Firefox never
 * reports the actual request that a failed preflight stopped); returns those that remain, as chains of their own.
 */
function* withLonePreflights(chains: readonly Hop[][], lone: readonly HarEntry[]): InSteps<readonly Hop[][]> {
  const ends = new Map(chains.flatMap((hops) => lastActual(hops).map((end) => [end, hops] as const)))
  const led = yield* nearestInSteps(lone, [...ends.keys()].filter(isFollowed), {
    key: (preflight) => withoutFragment(preflight.request.url),
    candidateKey: redirectTarget,
    cost: (preflight, end) => redirectCost(end, preflight),
  })
  for (const [preflight, end] of led) ends.get(end)?.push({ actual: null, preflight, standIn: null })
  return lone
    .filter((preflight) => !led.has(preflight))
    .map((preflight) => [{ actual: null, preflight, standIn: null }])
}

const lastActual = (hops: readonly Hop[]): readonly HarEntry[] => {
  const end = hops[hops.length - 1]?.actual
  return end === null || end === undefined ? [] : [end]
}

/**
 * Returns how far apart in time a preflight and an actual request are, or null where they cannot belong
 * together. A browser opens the actual request first and sends the preflight while it waits; a proxy sees the
 * actual request only once the preflight is answered.
 */
function pairCost(preflight: HarEntry, actual: HarEntry, { browser }: Recording): number | null {
  const origin = get(actual.request.headers, 'Origin')
  const asked = get(preflight.request.headers, 'Origin')
  // Firefox asks with the page's origin after a redirect that tainted the actual request's.
  if (origin !== null && asked !== null && origin !== asked && origin !== 'null') return null
  const names = new Set(actual.request.headers.map(({ name }) => asciiLower(name)))
  const missing = requestedHeaderNames(preflight).filter(
    (name) => !names.has(name) && name !== 'authorization',
  )
  // What was never sent may lack headers that it would have had: after a redirect, or where the writer withholds them.
  if (missing.length > 0 && actual.request.onTheWire) return null
  const gap = timeGap(preflight, actual, browser !== 'unknown')
  if (gap === null) return null
  return gap + contradiction(preflight, actual) + (missing.length > 0 ? UNLIKELY : 0)
}

/** Milliseconds that a pair which does not fit counts as further apart than one that does. */
const CONTRADICTION = 10_000
const UNLIKELY = 1_000
const UNTIMED = 100_000

function timeGap(preflight: HarEntry, actual: HarEntry, fromBrowser: boolean): number | null {
  if (preflight.started === null || actual.started === null) return UNTIMED
  const after = preflight.started - actual.started
  const within = Math.max(actual.time ?? 0, 2_000) + 5
  if (after >= -2 && after <= within) return Math.abs(after)
  if (fromBrowser && after > 0) return null
  const wait = actual.started - (preflight.started + (preflight.time ?? 0))
  return wait >= -5 && wait <= 10_000 ? Math.abs(wait) + 1 : null
}

/**
 * A refused preflight belongs to a request that was not sent, and one that was sent had a preflight that passed.
 * The other way round it is less sure: what looks like a pass may have been refused for its credentials.
 */
function contradiction(preflight: HarEntry, actual: HarEntry): number {
  const { status, headers } = preflight.response
  const refused = status < 200 || status > 299 || get(headers, 'Access-Control-Allow-Origin') === null
  const sent = actual.response.status > 0
  return refused && sent ? CONTRADICTION : !refused && !sent ? UNLIKELY : 0
}

/** Whether the browser went on to the redirect's location: it says so, or does not say that it stopped. */
const isFollowed = (entry: HarEntry): boolean =>
  isRedirectStatus(entry.response.status) &&
  redirectTarget(entry) !== '' &&
  (entry.vendor.error === null || entry.vendor.error === undefined)

function redirectCost(from: HarEntry, to: HarEntry): number | null {
  if (from === to) return null
  if (from.started === null || to.started === null) return UNTIMED
  if (to.started < from.started - 2) return null
  const gap = to.started - (from.started + (from.time ?? 0))
  return Math.abs(gap) <= 10_000 ? Math.abs(gap) : null
}

const key = (entry: HarEntry, method: string): string => `${method} ${withoutFragment(entry.request.url)}`

const isChain = (hops: readonly Hop[]): hops is Chain => hops.length > 0

const invert = <K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<V, K> => new Map([...map].map(([k, v]) => [v, k]))

/** A total order on the content of entries, so that the order of a file never decides. */
function inTime(a: HarEntry, b: HarEntry): number {
  return (
    (a.started ?? 0) - (b.started ?? 0) ||
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byStart = (a: Chain, b: Chain): number => {
  const [x, y] = [a[0].actual ?? a[0].preflight, b[0].actual ?? b[0].preflight]
  return x === null || y === null ? 0 : inTime(x, y)
}
