import type { Diagnosis } from '../../internal.ts'
import { idOf, keyOf, type Selection } from '../state/selection.ts'
import type { Sort } from '../state/settings.ts'
import { rankOf } from '../state/verdict-kind.ts'
import { type Group, groupsOf } from './groups.ts'
import { rowFacts } from './row-facts.ts'
import { bySort } from './sorting.ts'

/** What every line has: `position` and `count` among its equals, for screen readers; `group` is the line of its problem. */
interface Line {
  readonly id: string
  readonly position: number
  readonly count: number
  readonly level: 1 | 2 | 3
  readonly group: number
}

/** A line of the list: a problem, requests that differ in nothing but their query, or one request. */
export type Item =
  | (Line & { readonly type: 'problem'; readonly all: Group; readonly folded: boolean })
  | (Line & { readonly type: 'repeat'; readonly all: Group; readonly folded: boolean })
  | (Line & { readonly type: 'exchange'; readonly diagnosis: Diagnosis })

export interface ListOptions {
  readonly grouping: 'problem' | 'time'
  readonly sort: Sort | null
  isFolded(line: Foldable): boolean
}

/** What is looked at to decide whether the lines under one are folded. */
export interface Foldable {
  readonly id: string
  readonly type: 'problem' | 'repeat'
  readonly example: Diagnosis
  /** How many lines there are under it, and how many problems in the whole list. */
  readonly lines: number
  readonly problems: number
}

/** Returns the lines of the list for diagnoses that are already filtered. */
export function listItems(diagnoses: readonly Diagnosis[], options: ListOptions): readonly Item[] {
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

/** The lines under a problem: requests alike are one line. */
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

const exchangeItems = (
  diagnoses: readonly Diagnosis[],
  level: Line['level'],
  group: number,
): readonly Item[] =>
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

/** What requests have in common that are one line: method and path, whatever the query. */
const routeOf = (diagnosis: Diagnosis): string => {
  const { method, path } = rowFacts(diagnosis)
  return `${method} ${path.replace(/[?#].*/s, '')}`
}

/** Returns what a click on a line selects; of requests alike it's the last. */
export const selectionOf = (item: Item): Selection =>
  item.type === 'problem'
    ? { type: 'problem', key: keyOf(item.all[0]) }
    : { type: 'exchange', id: idOf(diagnosisOf(item)) }

/** Returns the request that a line stands for; of several alike it's the last. */
export function diagnosisOf(item: Item): Diagnosis {
  if (item.type === 'exchange') return item.diagnosis
  return item.type === 'problem' ? item.all[0] : lastOf(item.all)
}

const lastOf = (all: Group): Diagnosis => all.at(-1) ?? all[0]

/** Returns the line that a selection is on, or the folded one that has it, or -1. */
export function indexOfSelection(
  items: readonly Item[],
  selection: Selection | null,
  selected: Diagnosis | null,
): number {
  if (selection === null) return -1
  if (selection.type === 'problem') return items.findIndex(({ id }) => id === `problem ${selection.key}`)
  const exact = items.findIndex(({ id }) => id === selection.id)
  if (exact >= 0 || selected === null) return exact
  const problem = `problem ${keyOf(selected)}`
  const repeat = items.findIndex(({ id }) => id === `repeat ${problem} ${routeOf(selected)}`)
  return repeat >= 0 ? repeat : items.findIndex(({ id }) => id === problem)
}
