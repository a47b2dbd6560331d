import type { HarEntry } from '../../internal.ts'
import type { Clock, Inspected } from '../state/inspected.ts'
import { addEntry, clearLog, type Log, replaceEntry } from '../state/log.ts'
import { slicesOf } from '../state/slices.ts'
import {
  isAbortedRedirect,
  isIncomplete,
  isOfNetwork,
  isPending,
  isRefusedRedirect,
  requestKey,
  startOf,
} from './live-entry.ts'
import { type RecordingLength, recordingLength } from './recording-length.ts'
import { makeRereadPace } from './reread-pace.ts'
import { rereadsInSteps } from './rereads.ts'
import { makeSeenRequests } from './seen-requests.ts'
import { isStoppedByPreflight } from './stopped-by-preflight.ts'

/** How long entries are collected before they are processed. */
export const BATCH = 150

/** The longest time that the recorder blocks the page, in milliseconds. */
const SLICE = 10

/** After this time, a possibly incomplete entry is listed until it has been read again. */
const SHOWN_AFTER = 600

/**
 * A navigation is reported shortly after the new page has begun. Requests in this time (in milliseconds) before the
 * report belong to the new page.
 */
const NAVIGATION_LAG = 1000

/** After this time, a response in DevTools has all its headers, although its body may still be loading. */
const SETTLED = 1000

export interface Recorder {
  /** Reads what DevTools already has, except entries seen before. */
  backfill(): Promise<void>
  /**
   * Reads responses that DevTools has but hasn't reported, because their bodies never ended or weren't read. Resolves to
   * whether there were any. Entries that were cleared, or came while recording was paused, are ignored.
   */
  takeUnreported(): Promise<boolean>
  /** Returns when DevTools last reported a request; Infinity while entries wait to be read again. */
  lastReport(): number
  /** Returns how long it takes to read all of the recording: "very long" is longer than a task may be. */
  length(): RecordingLength
  pause(paused: boolean): void
  preserveLog(preserve: boolean): void
  clear(): void
}

/** Called with what the recorder has added to the log. */
export interface RecorderEvents {
  onChange(waiting: number): void
  /** `kept` tells whether the earlier requests are still in the log. */
  onNavigated(url: string, kept: boolean): void
}

/** Records the inspected page's requests into `log`, in batches; incomplete ones are read again first. */
export function makeRecorder(inspected: Inspected, log: Log, clock: Clock, events: RecorderEvents): Recorder {
  let paused = false
  let preserve = false
  let scheduled = false
  let reading = false
  const pace = makeRereadPace(clock)
  let lastReport = 0
  let round = 0
  /** Entries in DevTools that began before this time are ignored. */
  let wantedFrom = Number.NEGATIVE_INFINITY
  let batch: unknown[] = []
  /** The notices that wait to be read again, with their times, and whether they are listed meanwhile. */
  const incomplete = new Map<unknown, { readonly since: number; isListed: boolean }>()
  const seen = makeSeenRequests((oldest) => {
    // It isn't taken from what DevTools holds either. The key begins with its start.
    wantedFrom = Math.max(wantedFrom, (Date.parse(oldest.split(' ', 1)[0] ?? '') || 0) + 1)
  })
  const refused = new Map<string, HarEntry>()
  /** Entries read from DevTools before they were reported, by the key that their notice will have. */
  const unreported = new Map<string, HarEntry[]>()
  /** The entry in the list that a notice replaces. */
  const standIns = new Map<unknown, HarEntry>()

  const schedule = (after = BATCH): void => {
    if (scheduled) return
    scheduled = true
    clock.after(after, flush)
  }
  const waiting = (): number => batch.length + incomplete.size
  const length = (): RecordingLength => recordingLength(seen.size)

  function take(raw: unknown): void {
    const key = requestKey(raw)
    const standIn = unreported.get(key)?.shift()
    if (standIn === undefined) seen.see(key)
    else standIns.set(raw, standIn)
    pace.arrived()
    lastReport = clock.now()
    if (isIncomplete(raw)) {
      if (incomplete.size === 0) pace.waits()
      incomplete.set(raw, { since: lastReport, isListed: false })
    } else batch.push(raw)
    schedule()
  }

  /** Adds an entry to the list, or replaces the provisional one of its notice. */
  function put(raw: unknown, notice = raw): HarEntry | null {
    const key = requestKey(raw)
    const first = isAbortedRedirect(raw) ? refused.get(key) : undefined
    if (first !== undefined) refused.delete(key)
    const old = standIns.get(notice) ?? first
    standIns.delete(notice)
    const entry = old === undefined ? addEntry(log, raw) : replaceEntry(log, old, raw)
    if (entry !== null && isRefusedRedirect(raw)) refused.set(key, entry)
    return entry
  }

  function flush(): void {
    scheduled = false
    const slices = slicesOf(clock, SLICE)
    let taken = 0
    while (taken < batch.length && !slices.isOver()) put(batch[taken++])
    batch = batch.slice(taken)
    if (batch.length > 0) {
      events.onChange(waiting())
      schedule(0)
      return
    }
    for (const [raw, waits] of incomplete) {
      if (slices.isOver()) break
      if (waits.isListed) continue
      if (isStoppedByPreflight(raw, log)) {
        incomplete.delete(raw)
        put(raw)
      } else if (clock.now() - waits.since >= SHOWN_AFTER) {
        waits.isListed = true
        show(raw)
      }
    }
    const isTime = pace.isTime(length())
    if (incomplete.size > 0 && !reading && isTime) void reread()
    events.onChange(waiting())
    if (incomplete.size > 0) schedule()
  }

  /** Adds a notice to the list until it has been read again. */
  function show(raw: unknown): void {
    if (standIns.has(raw)) return
    const entry = addEntry(log, raw)
    if (entry === null) {
      incomplete.delete(raw)
      return
    }
    standIns.set(raw, entry)
    log.awaited.add(entry)
  }

  async function reread(): Promise<void> {
    reading = true
    const [began, asked, of] = [clock.now(), [...incomplete.keys()], round]
    const held = await inspected.entriesSoFar()
    const slices = slicesOf(clock, SLICE)
    const complete = await slices.all(rereadsInSteps(asked, held))
    reading = false
    if (of !== round) return
    pace.done(began, length())
    // Requests that have meanwhile turned out to be stopped by their preflight are already in the log.
    for (const [i, raw] of asked.entries()) {
      if (incomplete.delete(raw)) put(complete[i] ?? raw, raw)
      if (!slices.isOver()) continue
      await slices.next()
      if (of !== round) return
    }
    pace.waits()
    events.onChange(waiting())
  }

  function clear(from: number): void {
    round++
    batch = []
    for (const known of [incomplete, seen, refused, unreported, standIns]) known.clear()
    pace.clear()
    wantedFrom = from
    clearLog(log)
    events.onChange(0)
  }

  /** Reads the entries in DevTools that began within a period; resolves to whether there were any. */
  async function takeHeld(isWanted: (start: number) => boolean): Promise<boolean> {
    const of = round
    const held = await inspected.entriesSoFar()
    if (of !== round || paused) return false
    const look = seen.look()
    const slices = slicesOf(clock, SLICE)
    let found = false
    for (const raw of held) {
      if (slices.isOver()) {
        await slices.next()
        if (of !== round) return false
      }
      if (!isOfNetwork(raw)) continue
      const key = requestKey(raw)
      if (look.isSeen(key) || isPending(raw) || !isWanted(startOf(raw))) continue
      seen.see(key)
      look.isSeen(key)
      found = true
      const entry = put(raw)
      const same = unreported.get(key)
      if (entry === null) continue
      if (same === undefined) unreported.set(key, [entry])
      else same.push(entry)
    }
    look.end()
    if (found) events.onChange(waiting())
    return found
  }

  inspected.onEntry((raw) => {
    if (!paused && isOfNetwork(raw)) take(raw)
  })
  inspected.onNavigated((url) => {
    if (!preserve) clear(clock.wall() - NAVIGATION_LAG)
    events.onNavigated(url, preserve)
  })
  return {
    async backfill() {
      await takeHeld(() => true)
    },
    takeUnreported() {
      const until = clock.wall() - SETTLED
      return takeHeld((start) => start >= wantedFrom && start <= until)
    },
    lastReport: () => (incomplete.size > 0 ? Number.POSITIVE_INFINITY : lastReport),
    length,
    pause(value) {
      if (paused && !value) wantedFrom = clock.wall()
      paused = value
    },
    preserveLog: (value) => {
      preserve = value
    },
    clear: () => clear(clock.wall()),
  }
}
