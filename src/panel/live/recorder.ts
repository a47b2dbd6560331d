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

/** How long entries are gathered before they are looked at. */
export const BATCH = 150

/** How long a batch may hold everything up. */
const SLICE = 10

/**
 * While many requests come in, reading again waits for a quiet moment, so long at most: DevTools hands out all
 * entries or none, and taking in thousands holds everything up.
 */
const PATIENCE = 3000

/** Handing out a long recording holds the panel up for a noticeable time: then it waits for the load to end. */
const LONG = 500
const PATIENCE_WITH_LONG = 60_000

/** After so long, an entry that may be incomplete is in the list as it is until it has been read again. */
const SHOWN_AFTER = 600

/** Navigation is reported a moment after the new page has begun; so much is that page's own, in milliseconds. */
const NAVIGATION_LAG = 1000

/** A response that DevTools has held for so long has all its headers, though its body may be under way. */
const SETTLED = 1000

/** Reading everything again costs the more the longer the recording is; most of the time goes to other things. */
const REST = 6

export interface Recorder {
  /** Takes in what DevTools already holds; what has been seen is passed over. */
  backfill(): Promise<void>
  /**
   * Takes in responses that DevTools holds and hasn't reported, because their bodies never ended or nobody read them;
   * resolves to whether there were any. What was cleared, or came while it was paused, is passed over.
   */
  takeUnreported(): Promise<boolean>
  /** Returns when DevTools last reported a request, by the clock; Infinity while entries wait to be read again. */
  lastReport(): number
  /** Reports whether the recording is long: then reading all of it holds the panel up. */
  isLong(): boolean
  pause(paused: boolean): void
  preserveLog(preserve: boolean): void
  clear(): void
}

/** Tells what the recorder has put into the log. */
export interface RecorderEvents {
  onChange(waiting: number): void
  onNavigated(): void
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
  /** What began before, by the wall clock, is no longer wanted from what DevTools holds. */
  let wantedFrom = Number.NEGATIVE_INFINITY
  let batch: unknown[] = []
  /** The notices that wait to be read again, and when they came. */
  const incomplete = new Map<unknown, number>()
  const seen = new Map<string, number>()
  const refused = new Map<string, HarEntry>()
  /** The entries that DevTools held and has not reported yet, by what its notice will have in common with them. */
  const unreported = new Map<string, HarEntry[]>()
  /** The entry in the list in whose place a notice goes. */
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

  /** Puts an entry into the list, or into the place of the one that stands there for its notice. */
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

  /** Puts a notice into the list until it has been read again. */
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
    // What turned out to be stopped by its preflight meanwhile is in the log already.
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

  /** Takes in what DevTools holds and what began within a time; resolves to whether there was any. */
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
  inspected.onNavigated(() => {
    if (!preserve) clear(clock.wall() - NAVIGATION_LAG)
    events.onNavigated()
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
