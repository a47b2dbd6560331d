import type { InSteps } from '../../internal.ts'
import { field, stringIn } from '../parts/untrusted.ts'
import { isPending, requestKey } from './live-entry.ts'

/** How many entries are looked at between two chances to pause. */
const MANY = 64

const started = (entry: unknown): string => stringIn(entry, 'startedDateTime')

/**
 * Returns `asked` with each entry as DevTools has it now; entries that are no longer there are unchanged. Among similar
 * parallel requests, the one with the same duration is chosen.
 */
export function* rereadsInSteps(
  asked: readonly unknown[],
  now: readonly unknown[],
): InSteps<readonly unknown[]> {
  const keys = new Set(asked.map(requestKey))
  const found = new Map<string, unknown[]>()
  // Most entries began at another time, which is read faster.
  const starts = new Set(asked.map(started))
  for (const [i, entry] of now.entries()) {
    if (i % MANY === 0) yield
    if (!starts.has(started(entry))) continue
    const key = requestKey(entry)
    if (!keys.has(key) || isPending(entry)) continue
    const same = found.get(key)
    if (same === undefined) found.set(key, [entry])
    else same.push(entry)
  }
  return asked.map((entry) => {
    const same = found.get(requestKey(entry)) ?? []
    const exact = same.findIndex((one) => field(one, 'time') === field(entry, 'time'))
    const [taken] = same.splice(Math.max(0, exact), 1)
    return taken ?? entry
  })
}
