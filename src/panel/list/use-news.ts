import { useRef } from 'preact/hooks'
import type { Items } from './items.ts'

export interface News {
  readonly count: number
  /** The first new row that hasn't been visible, or null. */
  readonly first: number | null
}

interface Known {
  readonly view: string
  readonly items: Items
  /** The first number of rows that are new. */
  readonly since: number
  /** The places of the new rows. */
  readonly born: readonly number[]
  /** The new rows that have been visible. */
  readonly seen: Set<number>
}

/**
 * Returns how many new problems (or requests, in a list of requests) haven't been visible yet. `start` and `end` are the
 * visible rows.
 */
export function useNews(items: Items, view: string, start: number, end: number): News {
  const known = useRef<Known | null>(null)
  const before = known.current
  // Smaller numbers than before: they were given anew.
  const isOther = before === null || before.view !== view || items.nextBorn < before.since
  if (isOther) known.current = { view, items, since: items.nextBorn, born: [], seen: new Set() }
  else if (before.items !== items) known.current = { ...before, items, born: items.bornSince(before.since) }
  const { born, seen } = known.current ?? { born: [], seen: new Set() }
  let first: number | null = null
  let count = 0
  for (const i of born) {
    const number = items.bornAt(i)
    if (i >= start && i < end) seen.add(number)
    if (seen.has(number)) continue
    first ??= i
    count++
  }
  return { count, first }
}
