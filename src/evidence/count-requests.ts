import type { HarEntry } from '../har/har-entry.ts'
import { type InSteps, mapInSteps } from '../in-steps.ts'
import type { Offer } from './cheapest-pairs.ts'

/** A preflight with the actual requests that it may belong to. */
export interface Offered {
  readonly preflight: HarEntry
  readonly offers: readonly Offer<HarEntry>[]
}

/** How many preflights before and after one are compared. */
const WINDOW = 12
/** How much worse than the best offer one may be to be counted, in milliseconds of distance. */
const COUNTED = 3_000
/** The cost of an offer that no other preflight agrees with. */
const DISAGREES = 2_000
/** How many requests of one millisecond are distinguished. */
const MOST_AT_ONCE = 32

/** The possible places of an actual request among all: several if other requests began in the same millisecond. */
type Places = readonly [first: number, last: number]

/**
 * Returns the offers with the additional cost from Chrome's request ids. A preflight names the id of its actual request,
 * and a renderer numbers its requests consecutively. Therefore, the id minus the place of the request among all is the
 * same for all true pairs near each other, whatever else the page loads. An actual request doesn't name its own id.
 */
export function* countRequestsInSteps(
  offered: readonly Offered[],
  actuals: readonly HarEntry[],
  isTarget: (actual: HarEntry) => boolean,
): InSteps<ReadonlyMap<HarEntry, readonly Offer<HarEntry>[]>> {
  const places = placesOf(actuals.filter((actual) => !isTarget(actual)))
  const result = new Map(offered.map(({ preflight, offers }) => [preflight, offers]))
  for (const members of byRenderer(offered)) {
    const votes = yield* mapInSteps(members, ({ id, offers }) => differencesOf(id, offers, places))
    const count = new Map<number, number>()
    const add = (i: number, by: number) => {
      for (const difference of votes[i] ?? []) count.set(difference, (count.get(difference) ?? 0) + by)
    }
    for (let i = 0; i < WINDOW; i++) add(i, 1)
    yield* mapInSteps(members, ({ id, preflight, offers }, i) => {
      add(i + WINDOW, 1)
      add(i - WINDOW - 1, -1)
      const support = offers.map(({ candidate }) => supportOf(id, places.get(candidate), count))
      const best = support.reduce((most, one) => Math.max(most, one), 0)
      // A single preflight can't disagree.
      if (best < 2) return
      result.set(
        preflight,
        offers.map(({ candidate, cost }, at) => ({
          candidate,
          cost: cost + DISAGREES * (1 - (support[at] ?? 0) / best),
        })),
      )
    })
  }
  return result
}

interface Member extends Offered {
  readonly id: number
}

/** Returns the preflights of each renderer process, in the order of the ids that they name. */
function byRenderer(offered: readonly Offered[]): Iterable<readonly Member[]> {
  const groups = new Map<string, Member[]>()
  for (const one of offered) {
    const [, renderer, id] = /^(\d+)\.(\d+)$/.exec(one.preflight.vendor.initiator?.requestId ?? '') ?? []
    if (renderer === undefined) continue
    const member = { ...one, id: Number(id) }
    const group = groups.get(renderer)
    if (group === undefined) groups.set(renderer, [member])
    else group.push(member)
  }
  for (const group of groups.values()) group.sort((a, b) => a.id - b.id)
  return groups.values()
}

/**
 * Returns the places of actual requests. If requests began in the same millisecond, the file's order counts, provided
 * that the file is sorted by time.
 */
function placesOf(actuals: readonly HarEntry[]): ReadonlyMap<HarEntry, Places> {
  const inFile = actuals.toSorted((a, b) => a.file - b.file || a.index - b.index)
  const isInTime = inFile.every(({ started }, i) => (inFile[i - 1]?.started ?? 0) <= (started ?? 0))
  if (isInTime) return new Map(inFile.map((actual, i) => [actual, [i, i]]))
  const places = new Map<HarEntry, Places>()
  for (let first = 0; first < actuals.length; ) {
    let last = first
    while (last + 1 < actuals.length && actuals[last + 1]?.started === actuals[first]?.started) last++
    for (const actual of actuals.slice(first, last + 1)) places.set(actual, [first, last])
    first = last + 1
  }
  return places
}

/** Returns the difference between id and place for each offer that is good enough. */
function differencesOf(
  id: number,
  offers: readonly Offer<HarEntry>[],
  places: ReadonlyMap<HarEntry, Places>,
): ReadonlySet<number> {
  const best = offers.reduce((least, { cost }) => Math.min(least, cost), Infinity)
  return new Set(
    offers
      .filter(({ cost }) => cost <= best + COUNTED)
      .flatMap(({ candidate }) => differences(id, places.get(candidate))),
  )
}

const supportOf = (id: number, at: Places | undefined, count: ReadonlyMap<number, number>): number =>
  differences(id, at).reduce((most, difference) => Math.max(most, count.get(difference) ?? 0), 0)

const differences = (id: number, at: Places | undefined): readonly number[] =>
  at === undefined
    ? []
    : Array.from({ length: Math.min(at[1] - at[0] + 1, MOST_AT_ONCE) }, (_, i) => id - at[0] - i)
