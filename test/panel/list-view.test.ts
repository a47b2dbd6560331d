import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../src/internal.ts'
import { columns } from '../../src/panel/list/columns.ts'
import { diagnosisOf } from '../../src/panel/list/list-items.ts'
import { type ListView, viewInSteps, type Wanted } from '../../src/panel/list/list-view.ts'
import { columnIds } from '../../src/panel/parts/column-ids.ts'
import { shows } from '../../src/panel/parts/show.ts'
import { selectedIn } from '../../src/panel/state/list-index.ts'
import type { Listed } from '../../src/panel/state/listed.ts'
import { idOf, keyOf } from '../../src/panel/state/selection.ts'
import { chromeEntry } from '../make-har.ts'
import { diagnosed, rowsOf } from './panel-diagnoses.ts'

const METHODS = ['GET', 'PUT', 'POST']
const { diagnoses } = diagnosed(
  Array.from({ length: 60 }, (_, n) =>
    chromeEntry({
      at: n,
      url: `https://${['api', 'cdn', 'pay'][n % 3]}.test/${n % 7}?n=${n}`,
      method: METHODS[n % 3] ?? 'GET',
      status: [200, 404, 502][(n >> 1) % 3] ?? 200,
      ...(n % 4 === 0
        ? { response: { 'Access-Control-Allow-Origin': '*' } }
        : n % 5 === 0
          ? { response: { 'Access-Control-Allow-Origin': '*, *' }, error: 'net::ERR_FAILED' }
          : { error: 'net::ERR_FAILED' }),
    }),
  ),
)

const START: Wanted = {
  requests: [],
  show: 'all',
  filter: '',
  grouping: 'problem',
  sort: null,
  allFolded: false,
  folded: new Map(),
}

/** What a view shows. */
const shownBy = ({ index, items, found }: ListView) => ({
  rows: rowsOf(items).map(({ born: _, ...item }) => ({
    ...item,
    ...(item.type === 'exchange' ? { diagnosis: idOf(item.diagnosis) } : { all: item.all.map(idOf) }),
  })),
  problems: items.problems.map((all) => all.map(idOf)),
  places: rowsOf(items).map(({ id }) => items.indexOf(id)),
  found: [...found.places],
  kinds: index.kinds,
  blockedProblems: index.blockedProblems,
})

const view = (wanted: Wanted, before: ListView | null = null): ListView =>
  atOnce(viewInSteps(wanted, before, new Map()))

const change: fc.Arbitrary<Partial<Wanted>> = fc.oneof(
  // More came, others made way, or were found out anew.
  fc.subarray([...diagnoses]).map((requests) => ({ requests })),
  fc.constantFrom(...shows).map((show) => ({ show })),
  fc
    .constantFrom(...['', 'a', 'ap', 'api', 'api 5', 'api 50', 'pay -404', 'domain:cdn.test', '/[57]/', 'x'])
    .map((filter) => ({ filter })),
  fc.constantFrom('problem' as const, 'time' as const).map((grouping) => ({ grouping })),
  fc.boolean().map((allFolded) => ({ allFolded })),
  fc.record({ column: fc.constantFrom(...columnIds), descending: fc.boolean() }).map((sort) => ({ sort })),
  fc.constant({ sort: null }),
)

describe('the view of the list', () => {
  it('that goes on from the one before is what a fresh one is, also if work was dropped on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(change, fc.nat(6)), { minLength: 1, maxLength: 12 }), (changes) => {
        let wanted: Wanted = { ...START, requests: diagnoses }
        let before: ListView | null = view(wanted)
        for (const [change, steps] of changes) {
          wanted = { ...wanted, ...change }
          // Somebody types on before it's done.
          const dropped = viewInSteps({ ...wanted, filter: 'test/1' }, before, new Map())
          for (let i = 0; i < steps; i++) dropped.next()
          before = view(wanted, before)
          expect(shownBy(before)).toEqual(shownBy(view(wanted)))
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each(columnIds)('is sorted by %s, and equal rows stay in their order', (column) => {
    for (const descending of [false, true]) {
      const wanted = {
        ...START,
        requests: diagnoses,
        grouping: 'time',
        sort: { column, descending },
      } as const
      const { sortKey } = columns[column]
      const sign = descending ? -1 : 1
      const expected = [...view({ ...wanted, sort: null }).found.places]
        .map((place) => diagnoses[place] as Listed)
        .toSorted((a, b) => {
          const [one, other] = [sortKey(a), sortKey(b)]
          return typeof one === 'number' && typeof other === 'number'
            ? sign * (one - other)
            : sign * String(one).localeCompare(String(other), 'en')
        })
      expect(rowsOf(view(wanted).items).map((item) => idOf(diagnosisOf(item)))).toEqual(expected.map(idOf))
    }
  })

  it('finds the selected request, of a problem the first one', () => {
    const { index } = view({ ...START, requests: diagnoses })
    for (const one of diagnoses) {
      expect(selectedIn(index, { type: 'exchange', id: idOf(one) })).toBe(one)
      const first = diagnoses.find((other) => keyOf(other) === keyOf(one))
      expect(selectedIn(index, { type: 'problem', key: keyOf(one) })).toBe(first)
    }
    expect(selectedIn(index, { type: 'exchange', id: '9:9' })).toBeNull()
    expect(selectedIn(view({ ...START, requests: diagnoses.slice(1) }, view(START)).index, null)).toBeNull()
  })

  it('knows which rows are new since another view, also those that came between others', () => {
    const some = { ...START, requests: diagnoses.filter((_, n) => n % 2 === 0), grouping: 'time' } as const
    const before = view(some)
    const after = view({ ...some, requests: diagnoses }, before)
    const born = after.items.bornSince(before.items.nextBorn)
    const isNew = (id: string) => !some.requests.some((one) => idOf(one) === id)
    expect(born.length).toBeGreaterThan(0)
    rowsOf(after.items).forEach(({ id }, i) => {
      expect(born.includes(i)).toBe(isNew(id))
    })
  })

  it('forgets what it knows of requests that are gone', () => {
    let before = view({ ...START, requests: diagnoses })
    const { table } = before.index
    for (let round = 0; round < 60; round++) {
      // Each is found out anew.
      const requests = diagnoses.map(({ verdict, rootCauses, cautions, plan, bugs }) => ({
        ...{ verdict, rootCauses, cautions, plan, bugs },
      }))
      before = view({ ...START, requests }, before)
      expect(before.index.table.size).toBeLessThan(2300)
    }
    expect(before.index.table).not.toBe(table)
    expect(shownBy(before)).toEqual(shownBy(view({ ...START, requests: before.index.requests })))
  })
})
