import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { HarEntry } from '../har/har-entry.ts'

/** When workers may have been running. */
export interface Workers {
  /** Whether a worker of `origin` may have been running at that time (ms since the epoch, null: at any time). */
  possible(origin: string, time: number | null): boolean
}

/**
 * Returns when workers may have been running: from the load of a worker's script until the next navigation of the same
 * origin. A worker created from a blob leaves no trace.
 */
export function findWorkers(entries: Iterable<HarEntry>): Workers {
  const loads: { origin: string; time: number }[] = []
  const navigations: { origin: string; time: number }[] = []
  for (const { request, started } of entries) {
    const destination = get(request.headers, 'Sec-Fetch-Dest')
    if (destination === null || destination === 'empty' || started === null) continue
    const event = { origin: originOf(request.url), time: started }
    if (['worker', 'sharedworker', 'serviceworker'].includes(destination)) loads.push(event)
    if (destination === 'document') navigations.push(event)
  }
  return {
    possible: (origin, time) =>
      loads.some(
        (load) =>
          load.origin === origin &&
          (time === null ||
            (load.time <= time &&
              !navigations.some((to) => to.origin === origin && to.time > load.time && to.time <= time))),
      ),
  }
}
