import { atOnce, type InSteps, mapInSteps } from '../in-steps.ts'
import { firstIndex } from './first-index.ts'

/** How two lists are matched. */
export interface Matching<A, B> {
  /** Only those with equal keys can belong together. */
  readonly key: (one: A) => string
  readonly candidateKey: (candidate: B) => string
  /** How badly the two fit, or null if they can't belong together. */
  readonly cost: (one: A, candidate: B) => number | null
  /** When the candidate of one is expected, and when a candidate was; null: not known. */
  readonly time: (one: A) => number | null
  readonly candidateTime: (candidate: B) => number | null
}

/** How many candidates before and after in time are checked first. */
const WINDOW = 8
/** How many candidates before and after in time are checked at all. */
const FAR = 64

/**
 * Returns for each of `ones` the best-fitting candidate, each candidate used once: the best pairs are matched first, ties
 * in list order. Precondition: both lists are sorted by time. A candidate far away in the list is only checked if the
 * near ones are used, so that many equal requests are fast.
 */
export const nearest = <A, B>(
  ones: readonly A[],
  candidates: readonly B[],
  matching: Matching<A, B>,
): Map<A, B> => atOnce(nearestInSteps(ones, candidates, matching))

/** Returns what {@link nearest} does, in steps. */
export function* nearestInSteps<A, B>(
  ones: readonly A[],
  candidates: readonly B[],
  matching: Matching<A, B>,
): InSteps<Map<A, B>> {
  if (ones.length === 0 || candidates.length === 0) return new Map()
  const byKey = yield* group(candidates, matching.candidateKey)
  const result = new Map<A, B>()
  const used = new Set<B>()
  const seen = new Map<string, number>()
  const proposals = yield* mapInSteps(ones, (one) => {
    const key = matching.key(one)
    const same = byKey.get(key) ?? []
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const near = same.length <= 2 * WINDOW ? same : same.slice(Math.max(0, nth - WINDOW), nth + WINDOW)
    return proposalsOf(one, near, matching)
  })
  take(proposals.flat(), result, used)
  const free = new Map<string, readonly B[]>()
  yield* mapInSteps(byKey, ([key, same]) =>
    free.set(
      key,
      same.filter((candidate) => !used.has(candidate)),
    ),
  )
  yield* mapInSteps(ones, (one) => {
    if (result.has(one)) return
    const near = nearIn(free.get(matching.key(one)) ?? [], one, matching)
    take(
      proposalsOf(
        one,
        near.filter((candidate) => !used.has(candidate)),
        matching,
      ),
      result,
      used,
    )
  })
  yield* mapInSteps(byKey, ([key, same]) =>
    free.set(
      key,
      same.filter((candidate) => !used.has(candidate)),
    ),
  )
  const holders = new Map([...result].map(([one, candidate]) => [candidate, one]))
  yield* mapInSteps(ones, (one) => {
    if (result.has(one)) return
    const key = matching.key(one)
    makeRoom(one, nearIn(byKey.get(key) ?? [], one, matching), free.get(key) ?? [], matching, {
      result,
      used,
      holders,
    })
  })
  return result
}

/** Returns the candidates around the time at which that of one is expected: all of them if there are few. */
function nearIn<A, B>(sorted: readonly B[], one: A, { time, candidateTime }: Matching<A, B>): readonly B[] {
  if (sorted.length <= 2 * FAR) return sorted
  const expected = time(one)
  const at =
    expected === null ? 0 : firstIndex(sorted, (candidate) => (candidateTime(candidate) ?? 0) >= expected)
  return sorted.slice(Math.max(0, at - FAR), at + FAR)
}

/**
 * Gives an unmatched one the candidate of another that can use a free candidate instead: among many equal requests,
 * matching the best pairs first can leave a candidate that only an earlier one can use.
 */
function makeRoom<A, B>(
  one: A,
  candidates: readonly B[],
  unused: readonly B[],
  { cost }: Matching<A, B>,
  { result, used, holders }: { result: Map<A, B>; used: Set<B>; holders: Map<B, A> },
): void {
  // If many are left, the recording lacks their partners, and swapping wouldn't help.
  if (unused.length === 0 || unused.length > 2 * WINDOW) return
  const free = unused.filter((candidate) => !used.has(candidate))
  if (free.length === 0 || free.length > WINDOW) return
  for (const candidate of candidates) {
    const holder = holders.get(candidate)
    if (holder === undefined || cost(one, candidate) === null) continue
    const other = free.find((spare) => cost(holder, spare) !== null)
    if (other === undefined) continue
    result.set(one, candidate).set(holder, other)
    holders.set(candidate, one).set(other, holder)
    used.add(other)
    return
  }
}

function proposalsOf<A, B>(one: A, candidates: readonly B[], { cost }: Matching<A, B>) {
  return candidates.flatMap((candidate) => {
    const found = cost(one, candidate)
    return found === null ? [] : [{ one, candidate, cost: found }]
  })
}

function take<A, B>(
  proposals: { one: A; candidate: B; cost: number }[],
  result: Map<A, B>,
  used: Set<B>,
): void {
  // Array.prototype.sort is stable, so equal costs keep the order of the lists.
  for (const { one, candidate } of proposals.sort((a, b) => a.cost - b.cost)) {
    if (result.has(one) || used.has(candidate)) continue
    result.set(one, candidate)
    used.add(candidate)
  }
}

function* group<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): InSteps<ReadonlyMap<string, readonly T[]>> {
  const groups = new Map<string, T[]>()
  yield* mapInSteps(items, (item) => {
    const key = keyOf(item)
    const sameKey = groups.get(key)
    if (sameKey === undefined) groups.set(key, [item])
    else sameKey.push(item)
  })
  return groups
}
