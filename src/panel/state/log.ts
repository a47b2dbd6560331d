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
import type { RemovedRequests } from './removed-requests.ts'
import { withoutBodies } from './without-bodies.ts'

/** A recording that grows: the live one, or a file that is being read. */
export interface Log {
  recording: Recording
  entries: HarEntry[]
  readonly raw: unknown[]
  skipped: SkippedEntry[]
  /** Where a file is cut off; null for one that is whole, and for the live log. */
  truncated: Truncation | null
  /** The entries of requests whose responses DevTools has not handed out yet. */
  readonly awaited: Set<HarEntry>
  page: PageReport
  memory: DiagnosisMemory
  diagnoses: readonly Diagnosis[]
  /** The requests that made way for newer ones, by problem. */
  removed: RemovedRequests
  /** Whether something came that the diagnoses do not know of. */
  changed: boolean
}

const noPage: PageReport = { calls: [], outcomes: [] }

export const emptyLog = (recording: Recording): Log => ({
  recording,
  entries: [],
  raw: [],
  skipped: [],
  truncated: null,
  awaited: new Set(),
  page: noPage,
  memory: emptyMemory(),
  diagnoses: [],
  removed: new Map(),
  changed: false,
})

/** Appends an entry that nobody has checked and returns it, or null where it cannot be read. */
export function addEntry(log: Log, raw: unknown): HarEntry | null {
  const index = log.raw.length
  log.raw.push(withoutBodies(raw))
  log.changed = true
  const parsed = parseEntry(raw, log.recording.file, index)
  if (isSkipped(parsed)) {
    log.skipped.push(parsed)
    return null
  }
  log.entries.push(parsed)
  return parsed
}

/** Puts another notice of the same request in the place of an entry. */
export function replaceEntry(log: Log, old: HarEntry, raw: unknown): HarEntry | null {
  const parsed = parseEntry(raw, old.file, old.index)
  const at = log.entries.indexOf(old)
  if (isSkipped(parsed) || at < 0) return null
  log.awaited.delete(old)
  log.entries[at] = parsed
  log.raw[old.index] = withoutBodies(raw)
  log.changed = true
  return parsed
}

export function clearLog(log: Log): void {
  // A trial goes on.
  const page = log.page.trials === undefined ? noPage : { ...noPage, trials: log.page.trials }
  Object.assign(log, emptyLog(log.recording), { changed: true, page })
}

/** How far back the preflight of a request that has just failed can stand. */
const RECENT = 400

/** Returns the recent preflights that asked for a URL and method. */
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
