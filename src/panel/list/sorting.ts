import type { Diagnosis } from '../../internal.ts'
import type { Sort } from '../state/settings.ts'
import { columns } from './columns.ts'

type Key = string | number

/**
 * Returns the rows by a column; those that are equal there stay in their order. A row of several requests stands by its
 * first one, but by its last time and by how many it has.
 */
export function bySort<T>(
  rows: readonly T[],
  sort: Sort | null,
  requestsOf: (row: T) => readonly [Diagnosis, ...Diagnosis[]],
): readonly T[] {
  if (sort === null) return rows
  const { sortKey } = columns[sort.column]
  const keyOf = (row: T): Key => {
    const all = requestsOf(row)
    if (sort.column === 'count') return all.length
    if (sort.column === 'time') return sortKey(all.at(-1) ?? all[0])
    return sortKey(all[0])
  }
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  const direction = sort.descending ? -1 : 1
  return keyed.sort((a, b) => direction * compare(a.key, b.key)).map(({ row }) => row)
}

function compare(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'en')
}

/** Returns the sorting after a click on a header: one way, the other way, and the list's own order again. */
export function nextSort(sort: Sort | null, column: Sort['column']): Sort | null {
  // What is most is looked for more often than what is least.
  const first = columns[column].numeric && column !== 'status'
  if (sort?.column !== column) return { column, descending: first }
  return sort.descending === first ? { column, descending: !first } : null
}
