import type { Diagnosis, HarEntry } from '../../internal.ts'
import type { Log } from './log.ts'
import { keyOf } from './selection.ts'
import { kindOf } from './verdict-kind.ts'

/** By what share a log may exceed its limit before it's trimmed, so that it isn't trimmed at every request. */
const SLACK = 1.1

/**
 * Removes the oldest requests of a log that exceeds its limit, and counts them by problem. The last request of each
 * problem is kept, as is every entry that a kept request is based on or that is still awaited.
 */
export function trimLog(log: Log, keep: number): void {
  if (log.entries.length <= keep * SLACK) return
  const last = new Map(log.diagnoses.map((one) => [keyOf(one), one]))
  let left = log.entries.length
  const removed = new Set<Diagnosis>()
  for (const one of log.diagnoses) {
    if (left <= keep) break
    if (last.get(keyOf(one)) === one || entriesOf(one).some((entry) => log.awaited.has(entry))) continue
    removed.add(one)
    left -= entriesOf(one).length
  }
  const gone = new Set([...removed].flatMap(entriesOf))
  const stay = log.diagnoses.filter((one) => !removed.has(one))
  for (const one of stay) for (const entry of restsOn(one)) if (entry !== null) gone.delete(entry)
  const counts = new Map(log.removed)
  for (const one of removed) {
    const key = keyOf(one)
    counts.set(key, { kind: kindOf(one), count: (counts.get(key)?.count ?? 0) + 1 })
  }
  log.removed = counts
  log.diagnoses = stay
  for (const { index } of gone) log.raw[index] = null
  log.entries = log.entries.filter((entry) => !gone.has(entry))
}

const entriesOf = ({ verdict }: Diagnosis): readonly HarEntry[] =>
  verdict.exchange.chain.flatMap(({ preflight, actual }) => [preflight, actual]).filter((one) => one !== null)

const restsOn = ({ verdict: { exchange } }: Diagnosis): readonly (HarEntry | null)[] => [
  ...exchange.chain.flatMap(({ preflight, actual, standIn }) => [preflight, actual, standIn]),
  exchange.cachedPreflight,
  exchange.redirectedByExtension,
]
