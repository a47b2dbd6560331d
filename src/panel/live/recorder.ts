import type { HarEntry } from '../../internal.ts'
import type { Clock, Inspected } from '../state/inspected.ts'
import { addEntry, clearLog, type Log, replaceEntry } from '../state/log.ts'
import { isAbortedRedirect, isIncomplete, isPending, isRefusedRedirect, requestKey } from './live-entry.ts'
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

/** Reading everything again costs the more the longer the recording is; most of the time goes to other things. */
const REST = 6

export interface Recorder {
  /** Takes in what DevTools already holds; what has been seen is passed over. */
  backfill(): Promise<void>
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
  let round = 0
  let batch: unknown[] = []
  let incomplete: unknown[] = []
  const seen = new Map<string, number>()
  const refused = new Map<string, HarEntry>()

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    clock.after(BATCH, flush)
  }
  const waiting = (): number => batch.length + incomplete.length

  function take(raw: unknown): void {
    const key = requestKey(raw)
    seen.set(key, (seen.get(key) ?? 0) + 1)
    arrived = true
    if (!isIncomplete(raw)) batch.push(raw)
    else if (incomplete.push(raw) === 1) waitsSince = clock.now()
    schedule()
  }

  function put(raw: unknown): void {
    const key = requestKey(raw)
    const first = refused.get(key)
    if (first !== undefined && isAbortedRedirect(raw)) {
      refused.delete(key)
      replaceEntry(log, first, raw)
      return
    }
    const entry = addEntry(log, raw)
    if (entry !== null && isRefusedRedirect(raw)) refused.set(key, entry)
  }

  function flush(): void {
    scheduled = false
    for (const raw of batch.splice(0)) put(raw)
    const open: unknown[] = []
    const end = clock.now() + SLICE
    for (const raw of incomplete) {
      if (clock.now() < end && isStoppedByPreflight(raw, log)) put(raw)
      else open.push(raw)
    }
    incomplete = open
    const now = clock.now()
    const isTime =
      now >= nextRead && (!arrived || now - waitsSince >= (seen.size > LONG ? PATIENCE_WITH_LONG : PATIENCE))
    arrived = false
    if (incomplete.length > 0 && !reading && isTime) void reread()
    events.onChange(waiting())
    if (incomplete.length > 0) schedule()
  }

  async function reread(): Promise<void> {
    reading = true
    const [began, asked, of] = [clock.now(), incomplete, round]
    const complete = readRereads(asked, await inspected.entriesSoFar())
    reading = false
    nextRead = clock.now() + REST * (clock.now() - began)
    if (of !== round) return
    // What turned out to be stopped by its preflight meanwhile is in the log already.
    const open = new Set(incomplete)
    for (const [i, raw] of asked.entries()) if (open.delete(raw)) put(complete[i] ?? raw)
    incomplete = [...open]
    waitsSince = clock.now()
    events.onChange(waiting())
  }

  function clear(): void {
    round++
    batch = []
    incomplete = []
    seen.clear()
    refused.clear()
    clearLog(log)
    events.onChange(0)
  }

  inspected.onEntry((raw) => {
    if (!paused) take(raw)
  })
  inspected.onNavigated(() => {
    if (!preserve) clear()
    events.onNavigated()
  })
  return {
    async backfill() {
      const of = round
      const entries = await inspected.entriesSoFar()
      if (of !== round || paused) return
      const left = new Map(seen)
      for (const raw of entries) {
        const key = requestKey(raw)
        const known = left.get(key) ?? 0
        if (known > 0) left.set(key, known - 1)
        else if (!isPending(raw)) {
          seen.set(key, (seen.get(key) ?? 0) + 1)
          put(raw)
        }
      }
      events.onChange(waiting())
    },
    pause: (value) => {
      paused = value
    },
    preserveLog: (value) => {
      preserve = value
    },
    clear,
  }
}
