import {
  type Diagnosis,
  type DiagnosisMemory,
  emptyMemory,
  type HarEntry,
  isPreflight,
  isSkipped,
  type PageReport,
  parseEntry,
  type Recording,
  type SkippedEntry,
  type Truncation,
} from '../../internal.ts'
import { boundedEntry } from './bounded-entry.ts'
import type { RemovedRequests } from './removed-requests.ts'
import { withRequiredFields } from './with-required-fields.ts'

/** A growing recording: the live one, or a file while it is read. */
export interface Log {
  recording: Recording
  entries: HarEntry[]
  /** The entries as they were recorded, bounded, by their index; those of requests that made way are gone. */
  readonly raw: Map<number, unknown>
  /** How many entries there were. */
  count: number
  skipped: SkippedEntry[]
  /** Where a file is cut off; null for a complete one and for the live log. */
  truncated: Truncation | null
  /** The entries of requests whose responses DevTools hasn't reported yet. */
  readonly awaited: Set<HarEntry>
  page: PageReport
  memory: DiagnosisMemory
  diagnoses: readonly Diagnosis[]
  /** The requests that were removed in favor of newer ones, by problem. */
  removed: RemovedRequests
  /** Whether something arrived since the last diagnosis. */
  changed: boolean
}

const noPage: PageReport = { calls: [], outcomes: [] }

export const emptyLog = (recording: Recording): Log => ({
  recording,
  entries: [],
  raw: new Map(),
  count: 0,
  skipped: [],
  truncated: null,
  awaited: new Set(),
  page: noPage,
  memory: emptyMemory(),
  diagnoses: [],
  removed: new Map(),
  changed: false,
})

/** Appends an unchecked entry and returns it, or null if it can't be read. */
export function addEntry(log: Log, raw: unknown): HarEntry | null {
  const index = log.count++
  log.changed = true
  const parsed = parseEntry(raw, log.recording.file, index)
  if (isSkipped(parsed)) {
    log.skipped.push(parsed)
    return null
  }
  log.raw.set(index, boundedEntry(raw))
  log.entries.push(parsed)
  return parsed
}

/** Replaces an entry with another notice of the same request. */
export function replaceEntry(log: Log, old: HarEntry, raw: unknown): HarEntry | null {
  const parsed = parseEntry(raw, old.file, old.index)
  const at = log.entries.indexOf(old)
  if (isSkipped(parsed) || at < 0) return null
  log.awaited.delete(old)
  log.entries[at] = parsed
  log.raw.set(old.index, boundedEntry(raw))
  log.changed = true
  return parsed
}

export function clearLog(log: Log): void {
  // A trial goes on.
  const page = log.page.trials === undefined ? noPage : { ...noPage, trials: log.page.trials }
  Object.assign(log, emptyLog(log.recording), { changed: true, page })
}

/** How many entries back the preflight of a request that just failed can be. */
const RECENT = 400

/** Returns the recent preflights for a URL and method. */
export const preflightsFor = (log: Log, url: string, method: string): readonly HarEntry[] =>
  log.entries
    .slice(-RECENT)
    .filter(
      (entry) =>
        entry.request.url === url &&
        isPreflight(entry) &&
        entry.request.headers.some(
          ({ name, value }) => /^access-control-request-method$/i.test(name) && value === method,
        ),
    )

/** Returns what is known of a recording. */
export const sourceOf = ({ recording, entries, skipped, truncated, diagnoses, removed }: Log) => ({
  recording,
  entries: entries.length + skipped.length,
  removed,
  skipped,
  truncated,
  diagnoses,
})

/** Returns the entries of a fetch as they were recorded. */
export const rawEntriesIn = (logs: readonly Log[], { verdict }: Diagnosis): readonly unknown[] =>
  verdict.exchange.chain
    .flatMap((hop) => [hop.preflight, hop.actual])
    .flatMap((entry) => (entry === null ? [] : [withRequiredFields(logs[entry.file]?.raw.get(entry.index))]))
