import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchored, type Rows } from '../../src/panel/list/anchor.ts'

const ROW = 21
const ids = fc.uniqueArray(fc.integer({ min: 0, max: 300 }).map(String), { minLength: 1, maxLength: 120 })

const rowsOf = (ids: readonly string[]): Rows => ({
  length: ids.length,
  at: (i) => (ids[i] === undefined ? undefined : { id: ids[i] }),
  indexOf: (id) => ids.indexOf(id),
})

/** Where a line is on the screen. */
const placeOf = ({ rows, scrollTop, above }: { rows: Rows; scrollTop: number; above: number }, id: string) =>
  ROW + above + rows.indexOf(id) * ROW - scrollTop

describe('an anchored line', () => {
  it('stays where it is, whatever comes and goes around it', () => {
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.nat(2500),
        fc.nat(),
        fc.integer({ min: 100, max: 900 }),
        (old, now, scroll, at, height) => {
          const most = Math.max(0, ROW + old.length * ROW - height)
          const before = { rows: rowsOf(old), scrollTop: Math.min(scroll, most), above: 0, below: 0 }
          const index = at % old.length
          const id = old[index] ?? ''
          const after = anchored(before, rowsOf(now), index, { row: ROW, head: ROW, height })
          if (now.includes(id)) expect(placeOf(after, id)).toBe(placeOf(before, id))
          // The browser can scroll so far.
          expect(after.scrollTop).toBeGreaterThanOrEqual(0)
          const total = ROW + after.above + now.length * ROW + after.below
          expect(after.scrollTop + height).toBeLessThanOrEqual(Math.max(height, total))
          // And again: empty room from before is given back.
          const third = anchored(after, rowsOf(old), Math.max(0, now.indexOf(id)), {
            row: ROW,
            head: ROW,
            height,
          })
          if (now.includes(id)) {
            expect(placeOf(third, id)).toBe(placeOf(before, id))
            expect(third.above).toBe(0)
          }
        },
      ),
    )
  })

  it('that is gone leaves its place to the nearest one', () => {
    const before = { rows: rowsOf(['a', 'b', 'c', 'd']), scrollTop: 0, above: 0, below: 0 }
    const after = anchored(before, rowsOf(['new', 'a', 'd']), 2, { row: ROW, head: ROW, height: 400 })
    expect(placeOf(after, 'd')).toBe(placeOf(before, 'd'))
  })

  it('that is gone is followed to the row that has its request now', () => {
    const before = { rows: rowsOf(['a', 'b', 'c', 'd']), scrollTop: 0, above: 0, below: 0 }
    const now = ['e', 'a', 'c', 'd']
    const after = anchored(before, rowsOf(now), 1, { row: ROW, head: ROW, height: 400 }, (id) =>
      id === 'b' ? 'e' : null,
    )
    expect(placeOf(after, 'e')).toBe(placeOf(before, 'b'))
  })
})
