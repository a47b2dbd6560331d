import type { Listed } from '../state/listed.ts'
import type { Sort } from '../state/settings.ts'
import { columns } from './columns.ts'

type Key = string | number

/**
 * Returns the rows sorted by a column (stable). A row of several requests is sorted by its first one, except by its last
 * time and its count.
 */
export function bySort<T>(
  rows: readonly T[],
  sort: Sort | null,
  requestsOf: (row: T) => readonly [Listed, ...Listed[]],
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

/** Returns the sorting after a click on a header: one direction, the other, then the list's own order again. */
export function nextSort(sort: Sort | null, column: Sort['column']): Sort | null {
  // Users more often look for the largest values than for the smallest.
  const first = columns[column].numeric && column !== 'status'
  if (sort?.column !== column) return { column, descending: first }
  return sort.descending === first ? { column, descending: !first } : null
}
