import type { InSteps } from '../../internal.ts'
import type { Listed } from '../state/listed.ts'
import type { Sort } from '../state/settings.ts'
import { columns } from './columns.ts'

type Key = string | number

/** How many rows are looked at between two chances to pause. */
const MANY = 256

const { compare } = new Intl.Collator('en')

/**
 * Returns rows sorted by a column (stable). A row of several requests is sorted by its first one, except by its last
 * time and its count.
 */
export function* sortedInSteps<T>(
  rows: readonly T[],
  sort: Sort | null,
  requestsOf: (row: T) => readonly [Listed, ...Listed[]],
): InSteps<readonly T[]> {
  if (sort === null || rows.length < 2) return rows
  const keyOf = keyBy(sort)
  const keys: Key[] = []
  for (const row of rows) if (keys.push(keyOf(requestsOf(row))) % MANY === 0) yield
  const numbers = yield* numbersFor(keys)
  const direction = sort.descending ? -1 : 1
  const order = yield* orderInSteps(
    rows.length,
    (a, b) => direction * ((numbers[a] ?? 0) - (numbers[b] ?? 0)),
  )
  return Array.from(order, (i) => rows[i] as T)
}

function keyBy({ column }: Sort): (all: readonly [Listed, ...Listed[]]) => Key {
  const { sortKey } = columns[column]
  if (column === 'count') return (all) => all.length
  if (column === 'time') return (all) => sortKey(all.at(-1) ?? all[0])
  return ([first]) => sortKey(first)
}

/** Returns a number for each key, in the same order. Equal texts are compared once. */
function* numbersFor(keys: readonly Key[]): InSteps<readonly number[]> {
  const texts = [...new Set(keys.filter((key) => typeof key === 'string'))]
  if (texts.length === 0) return keys as readonly number[]
  const places = yield* orderInSteps(texts.length, (a, b) => compare(texts[a] ?? '', texts[b] ?? ''))
  const numbers = new Map(Array.from(places, (at, place) => [texts[at] ?? '', place]))
  return keys.map((key) => (typeof key === 'string' ? (numbers.get(key) ?? 0) : key))
}

/** Returns the numbers below `count` in the order that `compare` gives, with equal ones as they were. */
function* orderInSteps(count: number, compare: (a: number, b: number) => number): InSteps<Uint32Array> {
  let order = new Uint32Array(count)
  for (let i = 0; i < count; i++) order[i] = i
  let other = new Uint32Array(count)
  // What is in order already isn't sorted again: the beginnings of such runs.
  let begins = [0]
  for (let i = 1; i < count; i++) if (compare(i - 1, i) > 0) begins.push(i)
  let work = 0
  while (begins.length > 1) {
    const merged: number[] = []
    for (let run = 0; run < begins.length; run += 2) {
      const begin = begins[run] ?? 0
      const middle = begins[run + 1] ?? count
      const end = begins[run + 2] ?? count
      merged.push(begin)
      let [left, right] = [begin, middle]
      for (let at = begin; at < end; at++) {
        const takesLeft = left < middle && (right >= end || compare(order[left] ?? 0, order[right] ?? 0) <= 0)
        other[at] = (takesLeft ? order[left++] : order[right++]) ?? 0
        if (++work % MANY === 0) yield
      }
    }
    ;[order, other] = [other, order]
    begins = merged
  }
  return order
}

/** Returns the sorting after a click on a header: one direction, the other, then the list's own order again. */
export function nextSort(sort: Sort | null, column: Sort['column']): Sort | null {
  // Users more often look for the largest values than for the smallest.
  const first = columns[column].numeric && column !== 'status'
  if (sort?.column !== column) return { column, descending: first }
  return sort.descending === first ? { column, descending: !first } : null
}
