import {
  type Diagnosis,
  type DiagnosisMemory,
  diagnoseInSteps,
  type HarEntry,
  type InSteps,
  originOf,
  type RecordingRedaction,
} from '../../internal.ts'
import type { Clock } from './inspected.ts'
import type { Log } from './log.ts'
import { pause, type Slices, slicesOf } from './slices.ts'
import { kindOf } from './verdict-kind.ts'
import { withoutReason } from './without-reason.ts'

/** The longest time that the page may be blocked, in milliseconds. */
const SLICE = 12

/**
 * The pause before the next round, relative to the duration of the last one, so that most of the time is left for other
 * work.
 */
const REST = 2

/** How many entries are noted between two looks at the clock. */
const FEW = 64

/** The longest pause, in milliseconds. */
const LONGEST_REST = 1000

export interface Ingest {
  /** Schedules the diagnosis of what has changed. `onResult` is called after each round. */
  wake(): void
}

/**
 * Keeps the diagnoses of logs up to date, in imperceptibly short slices. `redaction` collects the secrets of every entry;
 * `tidy` is work after each round, before its result.
 */
export function makeIngest(
  logs: readonly Log[],
  clock: Clock,
  redaction: RecordingRedaction,
  onResult: () => void,
  tidy: () => InSteps<void> = nothing,
): Ingest {
  const noted = new WeakSet<HarEntry>()
  let running = false
  let again = false

  async function run(): Promise<void> {
    do {
      again = false
      const began = clock.now()
      const slices = slicesOf(clock, SLICE)
      for (const log of logs) {
        if (!log.changed) continue
        log.changed = false
        const [entries, { memory }] = [[...log.entries], log]
        await noteEntries(entries, slices)
        // If the log was cleared meanwhile, it has a new memory.
        if (log.memory === memory) await diagnoseLog(log, entries, slices, redaction)
      }
      await slices.all(tidy())
      // Drawing the result gets its own task.
      await pause(clock, 0)
      onResult()
      const rest = REST * (clock.now() - began)
      if (rest > SLICE) await pause(clock, Math.min(rest, LONGEST_REST))
    } while (again)
    running = false
  }
  /** Collects the secrets of new entries. */
  async function noteEntries(entries: readonly HarEntry[], slices: Slices): Promise<void> {
    for (const [i, entry] of entries.entries()) {
      if (!noted.has(entry)) redaction.note(entry)
      noted.add(entry)
      if (i % FEW === 0 && slices.isOver()) await slices.next()
    }
  }
  return {
    wake() {
      again = true
      if (running) return
      running = true
      // What wakes it has taken its time already.
      clock.after(0, () => void run())
    },
  }
}

/** Diagnoses entries of a log, whose secrets have been collected. */
async function diagnoseLog(
  log: Log,
  entries: readonly HarEntry[],
  slices: Slices,
  redaction: RecordingRedaction,
): Promise<void> {
  const { memory } = log
  const options = { engine: null, show: redaction.value, page: log.page }
  const found = await slices.all(diagnoseInSteps(log.recording, entries, options, memory))
  const diagnoses: Diagnosis[] = []
  const known = planned.get(memory) ?? new Set<string>()
  planned.set(memory, known)
  for (const one of found) {
    // Finding warnings takes time too.
    const kind = kindOf(one)
    if (kind === 'blocked' && !looked.has(one)) {
      looked.add(one)
      const origin = originOf(one.verdict.exchange.url)
      if (!known.has(origin) && one.plan !== null) known.add(origin)
    }
    diagnoses.push(withoutReason(one, log.awaited))
    if (slices.isOver()) await slices.next()
  }
  if (log.memory === memory) log.diagnoses = diagnoses
}

function* nothing(): InSteps<void> {}

/**
 * The origins of which a plan was read. What a plan reads of an API is found out request by request from then on: of
 * thousands at once it takes longer than a task may.
 */
const planned = new WeakMap<DiagnosisMemory, Set<string>>()
const looked = new WeakSet<Diagnosis>()
