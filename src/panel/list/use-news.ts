import { useRef } from 'preact/hooks'
import type { Item } from './list-items.ts'

export interface News {
  readonly count: number
  /** The first new row that hasn't been visible, or null. */
  readonly first: number | null
}

/**
 * Returns how many new problems (or requests, in a list of requests) haven't been visible yet. `start` and `end` are the
 * visible rows.
 */
export function useNews(items: readonly Item[], view: string, start: number, end: number): News {
  const known = useRef<{ view: string; all: Set<string>; unseen: Set<string> } | null>(null)
  if (known.current?.view !== view) known.current = { view, all: topLevel(items), unseen: new Set() }
  const { all, unseen } = known.current
  let first: number | null = null
  let count = 0
  for (const [i, { id, level }] of items.entries()) {
    if (level > 1) continue
    if (!all.has(id)) {
      all.add(id)
      unseen.add(id)
    }
    if (!unseen.has(id)) continue
    if (i >= start && i < end) unseen.delete(id)
    else {
      first ??= i
      count++
    }
  }
  return { count, first }
}

const topLevel = (items: readonly Item[]): Set<string> =>
  new Set(items.filter(({ level }) => level === 1).map(({ id }) => id))
