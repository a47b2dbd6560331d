import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/evidence/nearest.ts'

interface Item {
  readonly key: string
  readonly at: number
}
const matching = {
  key: ({ key }: Item) => key,
  candidateKey: ({ key }: Item) => key,
  cost: (one: Item, candidate: Item) => {
    const gap = Math.abs(one.at - candidate.at)
    return gap > 100 ? null : gap
  },
  time: ({ at }: Item) => at,
  candidateTime: ({ at }: Item) => at,
}
const item = (at: number, key = 'a'): Item => ({ at, key })
const match = (ones: readonly Item[], candidates: readonly Item[]) =>
  [...nearest(ones, candidates, matching)].map(([one, candidate]) => [one.at, candidate.at]).sort()

describe('nearest', () => {
  it('takes the best-fitting pairs first', () =>
    expect(match([item(0), item(10)], [item(9), item(30)])).toEqual(
      [
        [0, 30],
        [10, 9],
      ].sort(),
    ))

  it('leaves nobody empty whom an exchange with another would serve', () =>
    // 100 fits 95 best; then 200, which only reaches up to 100 away, would have nothing but 20 to take.
    expect(match([item(100), item(190)], [item(95), item(20)])).toEqual(
      [
        [100, 20],
        [190, 95],
      ].sort(),
    ))

  it('breaks ties in list order', () => expect(match([item(0), item(2)], [item(1)])).toEqual([[0, 1]]))

  it('matches equal keys only, and never beyond what a cost allows', () => {
    expect(match([item(0, 'a')], [item(0, 'b')])).toEqual([])
    expect(match([item(0)], [item(101)])).toEqual([])
  })

  it('looks further where the near ones are taken', () => {
    const ones = Array.from({ length: 40 }, (_, i) => item(i / 1000))
    const candidates = Array.from({ length: 40 }, (_, i) => item(50 + i / 1000))
    expect(match(ones, candidates)).toHaveLength(40)
    expect(match(ones, candidates.slice(0, 39))).toHaveLength(39)
    expect(match(ones.slice(0, 1), [...candidates.slice(0, 30).map(() => item(500)), item(1)])).toEqual([
      [0, 1],
    ])
  })

  it('uses each candidate once and leaves no possible pair apart', () => {
    const items = fc
      .array(fc.record({ at: fc.nat(300), key: fc.constantFrom('a', 'b') }), { maxLength: 40 })
      .map((list) => list.toSorted((a, b) => a.at - b.at))
    fc.assert(
      fc.property(items, items, (ones, candidates) => {
        const found = nearest(ones, candidates, matching)
        expect(new Set(found.values()).size).toBe(found.size)
        const used = new Set(found.values())
        for (const one of ones) {
          const candidate = found.get(one)
          if (candidate !== undefined) expect([one.key, matching.cost(one, candidate)]).not.toContain(null)
          else
            for (const free of candidates.filter((other) => !used.has(other) && other.key === one.key))
              expect(matching.cost(one, free)).toBeNull()
        }
      }),
    )
  })
})
