import type { InSteps } from '../in-steps.ts'
import { type Heap, makeHeap } from './make-heap.ts'

/** A possible partner, and the cost of the pair. */
export interface Offer<B> {
  readonly candidate: B
  /** Not negative. */
  readonly cost: number
}

/** The cost of leaving one without a partner: more than any offered pair. */
const ALONE = 1e9

/** How many candidates are reassigned for one at most before it's left without a partner. */
const LIMIT = 128

/**
 * Returns the pairs with the lowest total cost, each one and each candidate used once, with as many partners for `ones`
 * as possible. Ties go to the earlier in the lists. This is the assignment problem, solved by shortest augmenting paths:
 * each search ends at the nearest free candidate, so it's fast if all offers are local.
 */
export function* cheapestPairsInSteps<A, B>(
  ones: readonly A[],
  offersOf: (one: A) => readonly Offer<B>[],
): InSteps<Map<A, B>> {
  const state: State<A, B> = { partner: new Map(), holder: new Map(), discount: new Map(), offers: new Map() }
  let weighed = 0
  for (const one of ones) {
    state.offers.set(one, offersOf(one))
    weighed += place(one, state)
    if (weighed > 2_000) {
      weighed = 0
      yield
    }
  }
  return new Map(ones.flatMap((one) => pairOf(one, state.partner.get(one))))
}

const pairOf = <A, B>(one: A, candidate: B | undefined): readonly (readonly [A, B])[] =>
  candidate === undefined ? [] : [[one, candidate]]

interface State<A, B> {
  readonly partner: Map<A, B>
  readonly holder: Map<B, A>
  /** The dual variables of the candidates: never positive. */
  readonly discount: Map<B, number>
  readonly offers: Map<A, readonly Offer<B>[]>
}

/** A path to a candidate: the previous one, and the increase of the total cost. */
interface Way<A> {
  cost: number
  from: A
  done: boolean
}

/**
 * Assigns a partner to one more, reassigning others if that is the cheapest, or leaves the cheapest one without a
 * partner. Returns how many candidates were considered.
 */
function place<A, B>(one: A, state: State<A, B>): number {
  const { partner, holder, discount, offers } = state
  const ways = new Map<B, Way<A>>()
  const open = makeHeap<B>()
  let current = one
  let base = 0
  let end = 0
  const settled: { candidate: B; cost: number }[] = []
  let best = { cost: ALONE, loser: one as A }
  for (;;) {
    const own = current === one ? 0 : costOf(current, state)
    // Leaving this one without a partner also ends the search.
    if (base + ALONE - own < best.cost) best = { cost: base + ALONE - own, loser: current }
    for (const { candidate, cost } of offers.get(current) ?? []) {
      const found = base + cost - (discount.get(candidate) ?? 0) - own
      const way = ways.get(candidate)
      if (way?.done === true || (way !== undefined && way.cost <= found)) continue
      ways.set(candidate, { cost: found, from: current, done: false })
      open.push(candidate, found)
    }
    const next = nextOpen(open, ways)
    if (next === null || next.cost >= best.cost) break
    // Beyond the limit, one is left without a partner although another path might exist.
    end = Math.min(best.cost, next.cost)
    if (settled.length >= LIMIT) break
    const way = ways.get(next.item)
    if (way !== undefined) way.done = true
    settled.push({ candidate: next.item, cost: next.cost })
    const held = holder.get(next.item)
    if (held === undefined) {
      raise(settled, next.cost, discount)
      take(next.item, one, ways, state)
      return ways.size
    }
    current = held
    base = next.cost
  }
  raise(settled, settled.length >= LIMIT ? end : best.cost, discount)
  const freed = partner.get(best.loser)
  if (freed !== undefined) {
    partner.delete(best.loser)
    holder.delete(freed)
    take(freed, one, ways, state)
  }
  return ways.size
}

/** Removes the nearest unsettled candidate from the queue. */
function nextOpen<A, B>(
  open: Heap<B>,
  ways: ReadonlyMap<B, Way<A>>,
): { readonly item: B; readonly cost: number } | null {
  for (let next = open.pop(); next !== null; next = open.pop()) {
    if (ways.get(next.item)?.done === false) return next
  }
  return null
}

/** The cost of a one's pair, minus the discount. */
function costOf<A, B>(one: A, { partner, discount, offers }: State<A, B>): number {
  const candidate = partner.get(one)
  if (candidate === undefined) return 0
  const offer = (offers.get(one) ?? []).find((made) => made.candidate === candidate)
  return (offer?.cost ?? 0) - (discount.get(candidate) ?? 0)
}

/** Updates the dual variables of the settled candidates. */
function raise<B>(
  settled: readonly { candidate: B; cost: number }[],
  end: number,
  discount: Map<B, number>,
): void {
  for (const { candidate, cost } of settled) {
    discount.set(candidate, (discount.get(candidate) ?? 0) - Math.max(0, end - cost))
  }
}

/** Assigns a candidate to the last one on its path, that one's candidate to the previous one, and so on, back to `one`. */
function take<A, B>(
  candidate: B,
  one: A,
  ways: ReadonlyMap<B, Way<A>>,
  { partner, holder }: State<A, B>,
): void {
  for (let given: B | undefined = candidate; given !== undefined; ) {
    const taker = ways.get(given)?.from
    if (taker === undefined) return
    const before: B | undefined = partner.get(taker)
    partner.set(taker, given)
    holder.set(given, taker)
    if (taker === one) return
    given = before
  }
}
