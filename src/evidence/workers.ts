import { get, type HeaderList } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { atOnce, type InSteps, mapInSteps } from '../in-steps.ts'
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
export const findWorkers = (entries: Iterable<HarEntry>): Workers => atOnce(findWorkersInSteps(entries))

/** Returns what {@link findWorkers} does, in steps. */
export function* findWorkersInSteps(entries: Iterable<HarEntry>): InSteps<Workers> {
  const loads = new Map<string, number[]>()
  const navigations = new Map<string, number[]>()
  const destinations = new Map<HeaderList, string | null>()
  /** Requests of a page to an API mostly share the whole list. */
  const destinationIn = (headers: HeaderList): string | null => {
    const known = destinations.get(headers)
    if (known !== undefined) return known
    const found = get(headers, 'Sec-Fetch-Dest')
    if (destinations.size >= MOST_LISTS) destinations.clear()
    destinations.set(headers, found)
    return found
  }
  yield* mapInSteps(entries, ({ request, started }) => {
    const destination = destinationIn(request.headers)
    if (destination === null || destination === 'empty' || started === null) return
    const events = WORKERS.includes(destination) ? loads : destination === 'document' ? navigations : null
    if (events === null) return
    const origin = originOf(request.url)
    const times = events.get(origin)
    if (times === undefined) events.set(origin, [started])
    else times.push(started)
  })
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

/** Of so many lists the destination is remembered. */
const MOST_LISTS = 256

const WORKERS = ['worker', 'sharedworker', 'serviceworker']

/** Returns the last of some times that isn't after a time; null if there is none. */
const latest = (sorted: readonly number[], time: number): number | null =>
  sorted[firstIndex(sorted, (one) => one > time) - 1] ?? null
