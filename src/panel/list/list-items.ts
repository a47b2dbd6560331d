import type { InSteps } from '../../internal.ts'
import type { Found } from '../state/filter.ts'
import type { ListIndex } from '../state/list-index.ts'
import type { Listed } from '../state/listed.ts'
import { routeOf } from '../state/request-table.ts'
import { idOf, keyOf, type Selection } from '../state/selection.ts'
import type { Sort } from '../state/settings.ts'
import type { Group } from './groups.ts'
import { type Item, type Items, itemsAt, itemsIn } from './items.ts'
import { sortedInSteps } from './sorting.ts'

export interface ListOptions {
  readonly grouping: 'problem' | 'time'
  readonly sort: Sort | null
  isFolded(line: Foldable): boolean
}

/** What decides whether a row's children are folded. */
export interface Foldable {
  readonly id: string
  readonly type: 'problem' | 'repeat'
  readonly example: Listed
  /** How many children it has, and how many problems the whole list has. */
  readonly lines: number
  readonly problems: number
}

/** Requests that belong together, and their places in the index. */
interface Placed {
  readonly all: [Listed, ...Listed[]]
  readonly places: number[]
}

/** How many requests are grouped between two chances to pause. */
const MANY = 1024

/** Returns the rows of the list for what was found. */
export function* itemsInSteps({ index, places }: Found, options: ListOptions): InSteps<Items> {
  const { sort } = options
  if (options.grouping === 'time') {
    if (sort === null) return itemsAt(index, places)
    return itemsAt(
      index,
      yield* sortedInSteps([...places], sort, (place) => {
        const one = index.requests[place] as Listed
        return [one, one]
      }),
    )
  }
  const { table, rows } = index
  const problems = yield* groupedBy('problem', index, places)
  const rankOf = ({ places: [first = 0] }: Placed): number => table.rankAt(rows[first] ?? 0)
  const groups = yield* sorted(
    problems.sort((a, b) => rankOf(a) - rankOf(b)),
    sort,
  )
  const items: Item[] = []
  for (const [i, { all, places }] of groups.entries()) {
    const id = `problem ${keyOf(all[0])}`
    const group = items.length
    const problem = { id, type: 'problem', all, position: i + 1, count: groups.length, group } as const
    let inner: readonly Placed[] | null = null
    const folded = options.isFolded({
      id,
      type: 'problem',
      example: all[0],
      get lines() {
        return countDifferent(index, places)
      },
      problems: groups.length,
    })
    items.push({ ...problem, folded, level: 1, born: numberAt(index, 'problem', places) })
    if (!folded) {
      inner = yield* groupedBy('route', index, places)
      for (const item of yield* rowItems(index, id, inner, options, group)) items.push(item)
    }
    if (i % 64 === 63) yield
  }
  return itemsIn(items, table.numbering.last + 1)
}

/** Of more children nobody wants to know how many they are exactly. */
const ENOUGH = 64

function countDifferent({ table, rows }: ListIndex, places: readonly number[]): number {
  const routes = table.numbersOf('route')
  const different = new Set<number>()
  for (const place of places) if (different.add(routes[rows[place] ?? 0] ?? 0).size === ENOUGH) break
  return different.size
}

const numberAt = (
  { table, rows }: ListIndex,
  column: 'problem' | 'id',
  [first = 0]: readonly number[],
): number => table.numbersOf(column)[rows[first] ?? 0] ?? 0

/** Returns requests in groups with the same value of a column, in the order of their first ones. */
function* groupedBy(
  column: 'problem' | 'route',
  { requests, rows, table }: ListIndex,
  places: ArrayLike<number>,
): InSteps<Placed[]> {
  const numbers = table.numbersOf(column)
  const groups = new Map<number, Placed>()
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0
    const one = requests[place]
    if (one === undefined) continue
    const number = numbers[rows[place] ?? 0] ?? 0
    const group = groups.get(number)
    if (group === undefined) groups.set(number, { all: [one], places: [place] })
    else {
      group.all.push(one)
      group.places.push(place)
    }
    if (i % MANY === MANY - 1) yield
  }
  return [...groups.values()]
}

const sorted = (groups: readonly Placed[], sort: Sort | null): InSteps<readonly Placed[]> =>
  sortedInSteps(groups, sort, ({ all }) => all)

/** The rows of a problem. Equal requests are one row. */
function* rowItems(
  index: ListIndex,
  problem: string,
  rows: readonly Placed[],
  options: ListOptions,
  group: number,
): InSteps<readonly Item[]> {
  const items: Item[] = []
  for (const [i, { all, places }] of (yield* sorted(rows, options.sort)).entries()) {
    if (i % MANY === MANY - 1) yield
    const born = numberAt(index, 'id', places)
    const place = { position: i + 1, count: rows.length, level: 2, group, born } as const
    if (all.length === 1) {
      items.push({ type: 'exchange', id: idOf(all[0]), diagnosis: all[0], ...place })
      continue
    }
    const id = `repeat ${problem} ${routeOf(all[0])}`
    const repeat = { id, type: 'repeat', example: all[0], lines: all.length, problems: 1 } as const
    const folded = options.isFolded(repeat)
    items.push({ type: 'repeat', id, all, folded, ...place })
    if (folded) continue
    const inner = yield* sortedInSteps(all, options.sort, (one) => [one, one])
    for (const [j, diagnosis] of inner.entries()) {
      const about = { level: 3, position: j + 1, count: inner.length, group, born } as const
      items.push({ type: 'exchange', id: idOf(diagnosis), diagnosis, ...about })
      if (j % MANY === MANY - 1) yield
    }
  }
  return items
}

/** Returns what a click on a row selects; for equal requests, the last one. */
export const selectionOf = (item: Item): Selection =>
  item.type === 'problem'
    ? { type: 'problem', key: keyOf(item.all[0]) }
    : { type: 'exchange', id: idOf(diagnosisOf(item)) }

/** Returns the request of a row; for equal requests, the last one. */
export function diagnosisOf(item: Item): Listed {
  if (item.type === 'exchange') return item.diagnosis
  return item.type === 'problem' ? item.all[0] : lastOf(item.all)
}

const lastOf = (all: Group): Listed => all.at(-1) ?? all[0]

/** Returns the row of a selection, or the folded row that contains it, or -1. */
export function indexOfSelection(items: Items, selection: Selection | null, selected: Listed | null): number {
  if (selection === null) return -1
  if (selection.type === 'problem') return items.indexOf(`problem ${selection.key}`)
  const exact = items.indexOf(selection.id)
  if (exact >= 0 || selected === null) return exact
  const problem = `problem ${keyOf(selected)}`
  const repeat = items.indexOf(`repeat ${problem} ${routeOf(selected)}`)
  return repeat >= 0 ? repeat : items.indexOf(problem)
}

/** Returns what finds the row that now shows the first request of a row that was drawn before. */
export const followIn =
  (items: Items, drawn: { readonly current: Items }) =>
  (id: string): string | null => {
    const gone = drawn.current.at(drawn.current.indexOf(id))
    if (gone === undefined || gone.type === 'exchange') return null
    const first = idOf(gone.all[0])
    for (let i = 0; i < items.length; i++) {
      const now = items.at(i)
      if (now?.type === gone.type && now.all.some((one) => idOf(one) === first)) return now.id
    }
    return null
  }
