import type { HarEntry } from '../../internal.ts'
import type { Clock, Inspected } from '../state/inspected.ts'
import { addEntry, clearLog, type Log, replaceEntry } from '../state/log.ts'
import {
  isAbortedRedirect,
  isIncomplete,
  isOfNetwork,
  isPending,
  isRefusedRedirect,
  requestKey,
  startOf,
} from './live-entry.ts'
import { readRereads } from './rereads.ts'
import { isStoppedByPreflight } from './stopped-by-preflight.ts'

/** How long entries are collected before they are processed. */
export const BATCH = 150

/** The longest time that a batch may block the page. */
const SLICE = 10

/**
 * While many requests arrive, rereading waits for an idle moment, at most this long: DevTools returns all entries or
 * none, and processing thousands blocks the panel.
 */
const PATIENCE = 3000

/** Reading a long recording blocks the panel noticeably, so it waits for the end of the load. */
const LONG = 500
const PATIENCE_WITH_LONG = 60_000

/** After this time, a possibly incomplete entry is listed until it has been read again. */
const SHOWN_AFTER = 600

/**
 * A navigation is reported shortly after the new page has begun. Requests in this time (in milliseconds) before the
 * report belong to the new page.
 */
const NAVIGATION_LAG = 1000

/** After this time, a response in DevTools has all its headers, although its body may still be loading. */
const SETTLED = 1000

/** Of so many requests it's known that they were seen. */
const MOST_SEEN = 20_000

/** Rereading takes longer for longer recordings, so most of the time is left for other work. */
const REST = 6

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
  /** Reports whether the recording is so long that reading all of it would block the panel. */
  isLong(): boolean
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
  let nextRead = 0
  let arrived = false
  let waitsSince = 0
  let lastReport = 0
  let round = 0
  /** Entries in DevTools that began before this time are ignored. */
  let wantedFrom = Number.NEGATIVE_INFINITY
  let batch: unknown[] = []
  /** The notices that wait to be read again, with their times. */
  const incomplete = new Map<unknown, number>()
  const seen = new Map<string, number>()
  const refused = new Map<string, HarEntry>()
  /** Entries read from DevTools before they were reported, by the key that their notice will have. */
  const unreported = new Map<string, HarEntry[]>()
  /** The entry in the list that a notice replaces. */
  const standIns = new Map<unknown, HarEntry>()

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    clock.after(BATCH, flush)
  }
  const waiting = (): number => batch.length + incomplete.size
  const isLong = (): boolean => seen.size > LONG

  function see(key: string): void {
    seen.set(key, (seen.get(key) ?? 0) + 1)
    if (seen.size <= MOST_SEEN) return
    const [oldest = key] = seen.keys()
    seen.delete(oldest)
    // Whether it was seen is no longer known, so that it isn't taken from what DevTools holds. The key begins with its start.
    wantedFrom = Math.max(wantedFrom, (Date.parse(oldest.split(' ', 1)[0] ?? '') || 0) + 1)
  }

  function take(raw: unknown): void {
    const key = requestKey(raw)
    const standIn = unreported.get(key)?.shift()
    if (standIn === undefined) see(key)
    else standIns.set(raw, standIn)
    arrived = true
    lastReport = clock.now()
    if (isIncomplete(raw)) {
      if (incomplete.size === 0) waitsSince = lastReport
      incomplete.set(raw, lastReport)
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
    for (const raw of batch.splice(0)) put(raw)
    const end = clock.now() + SLICE
    for (const raw of incomplete.keys()) {
      if (clock.now() >= end) break
      if (!isStoppedByPreflight(raw, log)) continue
      incomplete.delete(raw)
      put(raw)
    }
    const now = clock.now()
    for (const [raw, since] of incomplete) if (now - since >= SHOWN_AFTER) show(raw)
    const isTime =
      now >= nextRead && (!arrived || now - waitsSince >= (isLong() ? PATIENCE_WITH_LONG : PATIENCE))
    arrived = false
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
    const complete = readRereads(asked, held)
    reading = false
    if (of !== round) return
    nextRead = clock.now() + REST * (clock.now() - began)
    // Requests that have meanwhile turned out to be stopped by their preflight are already in the log.
    for (const [i, raw] of asked.entries()) if (incomplete.delete(raw)) put(complete[i] ?? raw, raw)
    waitsSince = clock.now()
    events.onChange(waiting())
  }

  function clear(from: number): void {
    round++
    batch = []
    for (const map of [incomplete, seen, refused, unreported, standIns]) map.clear()
    nextRead = 0
    arrived = false
    waitsSince = 0
    wantedFrom = from
    clearLog(log)
    events.onChange(0)
  }

  /** Reads the entries in DevTools that began within a period; resolves to whether there were any. */
  async function takeHeld(isWanted: (start: number) => boolean): Promise<boolean> {
    const of = round
    const held = await inspected.entriesSoFar()
    if (of !== round || paused) return false
    const left = new Map(seen)
    let found = false
    for (const raw of held) {
      if (!isOfNetwork(raw)) continue
      const key = requestKey(raw)
      const known = left.get(key) ?? 0
      if (known > 0) left.set(key, known - 1)
      else if (!isPending(raw) && isWanted(startOf(raw))) {
        see(key)
        found = true
        const entry = put(raw)
        const same = unreported.get(key)
        if (entry === null) continue
        if (same === undefined) unreported.set(key, [entry])
        else same.push(entry)
      }
    }
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
    isLong,
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
