import { type Diagnosis, type HarEntry, type InSteps, mapInSteps } from '../../internal.ts'
import type { Kind } from '../parts/show.ts'
import type { Log } from './log.ts'
import type { RemovedRequests } from './removed-requests.ts'
import { keyOf } from './selection.ts'
import { kindOf } from './verdict-kind.ts'

/** By what share a log may exceed its limit before it's trimmed, so that it isn't trimmed at every request. */
const SLACK = 1.1

/** How many requests are looked at between two chances to pause. */
const MANY = 256

/**
 * Removes the oldest requests of a log that exceeds its limit, and counts them by problem. The last request of each
 * problem is kept, as is every entry that a kept request is based on or that is still awaited.
 */
export function* trimInSteps(log: Log, keep: number): InSteps<void> {
  const most = keep * SLACK
  // What has come since isn't in the list yet, so that it takes nobody's place there.
  if (log.entries.length <= most) return
  const { diagnoses, memory } = log
  const sizes = yield* mapInSteps(diagnoses, (one) => entriesOf(one).length)
  let left = sizes.reduce((sum, size) => sum + size, 0)
  if (left <= most) return
  const last = new Map<string, Diagnosis>()
  for (const [i, one] of diagnoses.entries()) {
    last.set(keyOf(one), one)
    if (i % MANY === 0) yield
  }
  const removed = new Set<Diagnosis>()
  /** Removes the oldest requests until so many entries are left. */
  function* remove(until: number, mayGo: (one: Diagnosis) => boolean): InSteps<void> {
    for (const [i, one] of diagnoses.entries()) {
      if (i % MANY === 0) yield
      if (left <= until) break
      if (removed.has(one) || !mayGo(one)) continue
      if (entriesOf(one).some((entry) => log.awaited.has(entry))) continue
      removed.add(one)
      left -= sizes[i] ?? 0
    }
  }
  yield* remove(keep, (one) => last.get(keyOf(one)) !== one)
  // A page that has more problems than the list may have requests loses the oldest problems.
  yield* remove(most, () => true)
  const gone = new Set<HarEntry>()
  const counts = new Map(log.removed)
  for (const one of removed) {
    for (const entry of entriesOf(one)) gone.add(entry)
    const key = keyOf(one)
    counts.set(key, { kind: kindOf(one), count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const stay = diagnoses.filter((one) => !removed.has(one))
  const keys = new Set<string>()
  for (const [i, one] of stay.entries()) {
    keys.add(keyOf(one))
    for (const entry of restsOn(one)) if (entry !== null) gone.delete(entry)
    if (i % MANY === 0) yield
  }
  // The log was cleared meanwhile.
  if (log.memory !== memory) return
  log.removed = foldedCounts(counts, keys)
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
