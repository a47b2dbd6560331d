import { field } from '../parts/untrusted.ts'
import { isPending, requestKey } from './live-entry.ts'

/**
 * Returns `asked` with each entry as DevTools has it now; entries that are no longer there are unchanged. Among similar
 * parallel requests, the one with the same duration is chosen.
 */
export function readRereads(asked: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const keys = new Set(asked.map(requestKey))
  const found = new Map<string, unknown[]>()
  for (const entry of now) {
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
