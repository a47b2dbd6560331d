import type { Kind } from '../parts/show.ts'

/** How many requests are no longer kept, by the key of their problem, and the tab of each problem. */
export type RemovedRequests = ReadonlyMap<string, { readonly kind: Kind; readonly count: number }>

/** Returns the requests that several recordings no longer keep. */
export function allRemoved(all: readonly RemovedRequests[]): RemovedRequests {
  const sum = new Map<string, { readonly kind: Kind; readonly count: number }>()
  for (const removed of all)
    for (const [key, { kind, count }] of removed)
      sum.set(key, { kind, count: count + (sum.get(key)?.count ?? 0) })
  return sum
}
