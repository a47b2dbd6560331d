import type { InSteps } from '../../internal.ts'
import type { Kind } from '../parts/show.ts'
import type { Listed } from './listed.ts'
import { makeRequestTable, type RequestTable } from './request-table.ts'
import type { Selection } from './selection.ts'

/** The requests of the panel, with what the list, the filter and the tabs need of each. */
export interface ListIndex {
  readonly requests: readonly Listed[]
  readonly table: RequestTable
  /** The row of each request in the table. */
  readonly rows: Uint32Array
  /** How many requests each tab has. */
  readonly kinds: Readonly<Record<Kind, number>>
  /** How many problems the blocked requests have. */
  readonly blockedProblems: number
  /** Those in which a part of WhyCORS threw. */
  readonly withBugs: readonly Listed[]
}

/** A table may have so many requests that are no longer there, for each that is. */
const MOST_GONE = 1
const FEW = 2000

/** How many requests that are known come between two chances to pause. */
const MANY = 512

/** Returns the index of requests; what an earlier index knows of them isn't found out again. */
export function* indexInSteps(requests: readonly Listed[], before: ListIndex | null): InSteps<ListIndex> {
  const keeps = before !== null && before.table.size <= (1 + MOST_GONE) * requests.length + FEW
  const table = keeps ? before.table : makeRequestTable()
  const rows = new Uint32Array(requests.length)
  const kinds: Record<Kind, number> = { blocked: 0, warnings: 0, depends: 0, shared: 0, 'not cors': 0 }
  const problems = new Set<number>()
  const withBugs: Listed[] = []
  let position = 0
  for (const one of requests) {
    const { size } = table
    const row = table.rowOf(one)
    rows[position++] = row
    const kind = table.kindAt(row)
    kinds[kind]++
    if (kind === 'blocked') problems.add(table.numberAt('problem', row, one))
    if (table.hasBugs(row)) withBugs.push(one)
    if (table.size > size || position % MANY === 0) yield
  }
  return { requests, table, rows, kinds, blockedProblems: problems.size, withBugs }
}

export const emptyIndex: ListIndex = {
  requests: [],
  table: makeRequestTable(),
  rows: new Uint32Array(0),
  kinds: { blocked: 0, warnings: 0, depends: 0, shared: 0, 'not cors': 0 },
  blockedProblems: 0,
  withBugs: [],
}

const places = new WeakMap<ListIndex, Int32Array>()

/** Returns the place of a request, by its id; -1 if it isn't there. */
function placeOf(index: ListIndex, id: string): number {
  const number = index.table.numbering.find(id)
  if (number === 0) return -1
  const found = places.get(index) ?? readPlaces(index)
  places.set(index, found)
  return found[number] ?? -1
}

function readPlaces({ table, rows }: ListIndex): Int32Array {
  const ids = table.numbersOf('id')
  const found = new Int32Array(table.numbering.last + 1).fill(-1)
  for (let place = rows.length - 1; place >= 0; place--) found[ids[rows[place] ?? 0] ?? 0] = place
  return found
}

/** Returns the selected request, or null; of a problem the first one. */
export function selectedIn(index: ListIndex, selection: Selection | null): Listed | null {
  if (selection === null) return null
  const place =
    selection.type === 'exchange' ? placeOf(index, selection.id) : placeOfProblem(index, selection.key)
  return index.requests[place] ?? null
}

function placeOfProblem({ table, rows }: ListIndex, key: string): number {
  const number = table.numbering.find(key)
  const problems = table.numbersOf('problem')
  return number === 0 ? -1 : rows.findIndex((row) => problems[row] === number)
}
