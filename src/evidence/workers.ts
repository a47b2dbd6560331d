import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { firstIndex } from './first-index.ts'

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
  const loads = new Map<string, number[]>()
  const navigations = new Map<string, number[]>()
  for (const { request, started } of entries) {
    const destination = get(request.headers, 'Sec-Fetch-Dest')
    if (destination === null || destination === 'empty' || started === null) continue
    const events = WORKERS.includes(destination) ? loads : destination === 'document' ? navigations : null
    if (events === null) continue
    const origin = originOf(request.url)
    const times = events.get(origin)
    if (times === undefined) events.set(origin, [started])
    else times.push(started)
  }
  for (const times of [...loads.values(), ...navigations.values()]) times.sort((a, b) => a - b)
  return {
    possible(origin, time) {
      const loaded = loads.get(origin)
      if (loaded === undefined || time === null) return loaded !== undefined
      const load = latest(loaded, time)
      const navigation = latest(navigations.get(origin) ?? [], time)
      return load !== null && (navigation === null || navigation <= load)
    },
  }
}

const WORKERS = ['worker', 'sharedworker', 'serviceworker']

/** Returns the last of some times that isn't after a time; null if there is none. */
const latest = (sorted: readonly number[], time: number): number | null =>
  sorted[firstIndex(sorted, (one) => one > time) - 1] ?? null
