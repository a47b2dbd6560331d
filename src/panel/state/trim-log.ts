import type { Diagnosis, HarEntry } from '../../internal.ts'
import type { Kind } from '../parts/show.ts'
import type { Log } from './log.ts'
import type { RemovedRequests } from './removed-requests.ts'
import { keyOf } from './selection.ts'
import { kindOf } from './verdict-kind.ts'

/** By what share a log may exceed its limit before it's trimmed, so that it isn't trimmed at every request. */
const SLACK = 1.1

/**
 * Removes the oldest requests of a log that exceeds its limit, and counts them by problem. The last request of each
 * problem is kept, as is every entry that a kept request is based on or that is still awaited.
 */
export function trimLog(log: Log, keep: number): void {
  // What has come since isn't in the list yet, so that it takes nobody's place there.
  let left = log.diagnoses.reduce((sum, one) => sum + entriesOf(one).length, 0)
  if (left <= keep * SLACK) return
  const last = new Map(log.diagnoses.map((one) => [keyOf(one), one]))
  const removed = new Set<Diagnosis>()
  for (const one of log.diagnoses) {
    if (left <= keep) break
    if (last.get(keyOf(one)) === one || entriesOf(one).some((entry) => log.awaited.has(entry))) continue
    removed.add(one)
    left -= entriesOf(one).length
  }
  // A page that has more problems than the list may have requests loses the oldest problems.
  for (const one of log.diagnoses) {
    if (left <= keep * SLACK) break
    if (removed.has(one) || entriesOf(one).some((entry) => log.awaited.has(entry))) continue
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
  log.removed = foldedCounts(counts, new Set(stay.map(keyOf)))
  log.diagnoses = stay
  for (const { index } of gone) log.raw.delete(index)
  log.entries = log.entries.filter((entry) => !gone.has(entry))
}

/** Problems that nothing in the list has any more are counted together. */
function foldedCounts(counts: RemovedRequests, inList: ReadonlySet<string>): RemovedRequests {
  const folded = new Map<string, { readonly kind: Kind; readonly count: number }>()
  for (const [key, { kind, count }] of counts) {
    const under = inList.has(key) ? key : `gone ${kind}`
    folded.set(under, { kind, count: count + (folded.get(under)?.count ?? 0) })
  }
  return folded
}

const entriesOf = ({ verdict }: Diagnosis): readonly HarEntry[] =>
  verdict.exchange.chain.flatMap(({ preflight, actual }) => [preflight, actual]).filter((one) => one !== null)

const restsOn = ({ verdict: { exchange } }: Diagnosis): readonly (HarEntry | null)[] => [
  ...exchange.chain.flatMap(({ preflight, actual, standIn }) => [preflight, actual, standIn]),
  exchange.cachedPreflight,
  exchange.redirectedByExtension,
]
