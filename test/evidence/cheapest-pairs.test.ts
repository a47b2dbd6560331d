import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestPairsInSteps } from '../../src/evidence/cheapest-pairs.ts'
import { atOnce } from '../../src/in-steps.ts'

/** Costs by row and column; null: no offer. */
type Costs = readonly (readonly (number | null)[])[]

const pairsOf = (costs: Costs): ReadonlyMap<number, number> =>
  atOnce(
    cheapestPairsInSteps(
      costs.map((_, i) => i),
      (i) => (costs[i] ?? []).flatMap((cost, candidate) => (cost === null ? [] : [{ candidate, cost }])),
    ),
  )

const total = (costs: Costs, pairs: ReadonlyMap<number, number>): number =>
  [...pairs].reduce((sum, [i, j]) => sum + (costs[i]?.[j] ?? Number.NaN), 0)

/** Tries every pairing: as many pairs as possible first, then the lowest cost. */
function bestOf(costs: Costs, row = 0, used: readonly number[] = []): { count: number; cost: number } {
  if (row === costs.length) return { count: 0, cost: 0 }
  let best = bestOf(costs, row + 1, used)
  costs[row]?.forEach((cost, column) => {
    if (cost === null || used.includes(column)) return
    const rest = bestOf(costs, row + 1, [...used, column])
    const found = { count: rest.count + 1, cost: rest.cost + cost }
    if (found.count > best.count || (found.count === best.count && found.cost < best.cost)) best = found
  })
  return best
}

describe('the cheapest pairs', () => {
  it('are the best in total, not the best one by one', () =>
    // Taking the 1 first would leave the 10.
    expect([
      ...pairsOf([
        [2, 10],
        [1, 2],
      ]),
    ]).toEqual([
      [0, 0],
      [1, 1],
    ]))

  it('leave alone whom nothing is offered, and the dearest where there are too few', () => {
    expect([...pairsOf([[], [3]])]).toEqual([[1, 0]])
    expect([...pairsOf([[9], [3], [5]])]).toEqual([[1, 0]])
  })

  it('keep the order where costs are equal', () =>
    expect([
      ...pairsOf([
        [1, 1],
        [1, 1],
      ]),
    ]).toEqual([
      [0, 0],
      [1, 1],
    ]))

  it('are as many and as cheap as the best of all pairings', () => {
    const cell = fc.option(fc.nat(20), { nil: null })
    const costs = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(costs, (given) => {
        const pairs = pairsOf(given)
        expect(new Set(pairs.values()).size).toBe(pairs.size)
        expect({ count: pairs.size, cost: total(given, pairs) }).toEqual(bestOf(given))
      }),
      { numRuns: 300 },
    )
  })

  it('of 20,000 are found without weighing each against each', () => {
    const offers = (one: number) =>
      Array.from({ length: 40 }, (_, i) => one - 20 + i)
        .filter((candidate) => candidate >= 0 && candidate < 20_000)
        .map((candidate) => ({ candidate, cost: Math.abs(candidate - one - 3) ** 1.2 }))
    const ones = Array.from({ length: 20_000 }, (_, i) => i)
    let steps = 0
    const work = cheapestPairsInSteps(ones, offers)
    while (work.next().done !== true) steps++
    // A step is two thousand weighings.
    expect(steps).toBeLessThan(3_000)
  })
})
