import type { Listed } from '../state/listed.ts'
import { rowFacts } from '../state/row-facts.ts'
import { idOf, keyOf, type Selection } from '../state/selection.ts'
import type { Sort } from '../state/settings.ts'
import { rankOf } from '../state/verdict-kind.ts'
import { type Group, groupsOf } from './groups.ts'
import { bySort } from './sorting.ts'

/** What every row has: `position` and `count` among its siblings, for screen readers; `group` is the row of its problem. */
interface Line {
  readonly id: string
  readonly position: number
  readonly count: number
  readonly level: 1 | 2 | 3
  readonly group: number
}

/** A row of the list: a problem, requests that only differ in their query, or one request. */
export type Item =
  | (Line & { readonly type: 'problem'; readonly all: Group; readonly folded: boolean })
  | (Line & { readonly type: 'repeat'; readonly all: Group; readonly folded: boolean })
  | (Line & { readonly type: 'exchange'; readonly diagnosis: Listed })

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

/** Returns the rows of the list for filtered diagnoses. */
export function listItems(diagnoses: readonly Listed[], options: ListOptions): readonly Item[] {
  if (options.grouping === 'time')
    return exchangeItems(
      bySort(diagnoses, options.sort, (one) => [one, one]),
      1,
      0,
    )
  const groups = groupsOf(diagnoses, keyOf).sort((a, b) => rankOf(a[0]) - rankOf(b[0]))
  const items: Item[] = []
  for (const [i, all] of sorted(groups, options).entries()) {
    const id = `problem ${keyOf(all[0])}`
    const group = items.length
    const rows = groupsOf(all, routeOf)
    const folded = options.isFolded({
      id,
      type: 'problem',
      example: all[0],
      lines: rows.length,
      problems: groups.length,
    })
    items.push({ type: 'problem', id, all, folded, position: i + 1, count: groups.length, level: 1, group })
    if (!folded) for (const item of rowItems(id, rows, options, group)) items.push(item)
  }
  return items
}

/** The rows of a problem. Equal requests are one row. */
function rowItems(
  problem: string,
  rows: readonly Group[],
  options: ListOptions,
  group: number,
): readonly Item[] {
  return sorted(rows, options).flatMap((all, i): readonly Item[] => {
    const place = { position: i + 1, count: rows.length, level: 2, group } as const
    if (all.length === 1) return [{ type: 'exchange', id: idOf(all[0]), diagnosis: all[0], ...place }]
    const id = `repeat ${problem} ${routeOf(all[0])}`
    const folded = options.isFolded({
      id,
      type: 'repeat',
      example: all[0],
      lines: all.length,
      problems: 1,
    })
    const inner = folded
      ? []
      : exchangeItems(
          bySort(all, options.sort, (one) => [one, one]),
          3,
          group,
        )
    return [{ type: 'repeat', id, all, folded, ...place }, ...inner]
  })
}

const exchangeItems = (diagnoses: readonly Listed[], level: Line['level'], group: number): readonly Item[] =>
  diagnoses.map((diagnosis, i) => ({
    type: 'exchange',
    id: idOf(diagnosis),
    diagnosis,
    level,
    position: i + 1,
    count: diagnoses.length,
    group: level === 1 ? i : group,
  }))

const sorted = (groups: readonly Group[], { sort }: ListOptions): readonly Group[] =>
  bySort(groups, sort, (all) => all)

/** The key of requests that share a row: method and path, without the query. */
function routeOf(diagnosis: Listed): string {
  const found = routes.get(diagnosis) ?? readRoute(diagnosis)
  routes.set(diagnosis, found)
  return found
}

const routes = new WeakMap<Listed, string>()

function readRoute(diagnosis: Listed): string {
  const { method, path } = rowFacts(diagnosis)
  const end = path.search(/[?#]/)
  return `${method} ${end === -1 ? path : path.slice(0, end)}`
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
export function indexOfSelection(
  items: readonly Item[],
  selection: Selection | null,
  selected: Listed | null,
): number {
  if (selection === null) return -1
  if (selection.type === 'problem') return items.findIndex(({ id }) => id === `problem ${selection.key}`)
  const exact = items.findIndex(({ id }) => id === selection.id)
  if (exact >= 0 || selected === null) return exact
  const problem = `problem ${keyOf(selected)}`
  const repeat = items.findIndex(({ id }) => id === `repeat ${problem} ${routeOf(selected)}`)
  return repeat >= 0 ? repeat : items.findIndex(({ id }) => id === problem)
}

/** Returns what finds the row that now shows the first request of a row that was drawn before. */
export const followIn =
  (items: readonly Item[], drawn: { readonly current: readonly Item[] }) =>
  (id: string): string | null => {
    const gone = drawn.current.find((one) => one.id === id)
    if (gone === undefined || gone.type === 'exchange') return null
    const first = idOf(gone.all[0])
    const now = items.find((one) => one.type === gone.type && one.all.some((each) => idOf(each) === first))
    return now?.id ?? null
  }
