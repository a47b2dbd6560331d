import { type Diagnosis, redactionFor } from '../internal.ts'
import { recordLive } from './live/record-live.ts'
import { makeIngest } from './state/ingest.ts'
import type { Clock, Inspected } from './state/inspected.ts'
import type { Log } from './state/log.ts'
import { readRecordings } from './state/read-recordings.ts'
import type { Session } from './state/session.ts'
import { rememberedSettings, rememberSettings } from './state/settings.ts'
import type { SourceState } from './state/state.ts'
import { makeStore } from './state/store.ts'
import { type Reader, takeRecordings } from './state/take-recordings.ts'
import { trimLog } from './state/trim-log.ts'
import { makeTrialControl } from './trial/trial-control.ts'
import type { TrialHost } from './trial/trial-host.ts'

/**
 * Returns a session: with an inspected page in DevTools, with null on the web page. `trials` applies policies in the
 * inspected tab; `read` reads files.
 */
export function makeSession(
  inspected: Inspected | null,
  clock: Clock,
  sample: Session['sample'],
  trials: TrialHost | null = null,
  read: Reader = readHere(clock),
): Session {
  const store = makeStore()
  const logs: Log[] = []
  /** A counter of reads: a newer read or a stop ends earlier ones. */
  let readings = 0
  const redaction = redactionFor(false)
  const ingest = makeIngest(logs, clock, redaction, () => {
    const [first] = logs
    // All entries of a file are kept: no more can arrive.
    if (inspected !== null && first !== undefined) trimLog(first, store.get().settings.keep)
    store.dispatch({ type: 'diagnosed', sources: logs.map(sourceOf) })
  })
  const live = inspected === null ? null : recordLive(inspected, clock, logs, store, ingest.wake)

  const trial =
    trials === null
      ? null
      : makeTrialControl(trials, clock, {
          changed: (state) => store.dispatch({ type: 'trial', trial: state }),
          spans(spans) {
            const [first] = logs
            if (first === undefined) return
            first.page = { ...first.page, trials: spans }
            first.changed = true
            ingest.wake()
          },
        })
  inspected?.onNavigated((url) => trial?.navigated(url))

  store.dispatch({ type: 'settings', change: rememberedSettings() })
  live?.preserveLog(store.get().settings.preserveLog)
  return {
    trial,
    store,
    redaction,
    place: inspected === null ? 'web page' : 'devtools',
    browser: inspected?.browser ?? 'chromium',
    shown: () => live?.shown(),
    hidden: () => live?.hidden(),
    takeMissed: () => live?.takeMissed(),
    pause(paused) {
      live?.pause(paused)
      store.dispatch({ type: 'pause', paused })
    },
    configure(change) {
      store.dispatch({ type: 'settings', change })
      const { settings } = store.get()
      rememberSettings(settings)
      live?.preserveLog(settings.preserveLog)
    },
    clear() {
      readings++
      store.dispatch({ type: 'reading', reading: null })
      logs.splice(live === null ? 0 : 1)
      live?.clear()
      store.dispatch({ type: 'failed', message: null })
      store.dispatch({ type: 'open', opened: false })
      ingest.wake()
    },
    reload: (watch) => live?.reload(watch),
    openInNetwork: inspected?.openInNetwork ?? null,
    openSource: (url, line, column) => inspected?.openSource(url, line, column) ?? Promise.resolve(false),
    async readFiles(files) {
      store.dispatch({ type: 'failed', message: null })
      const mine = ++readings
      const isStopped = (): boolean => readings !== mine
      for (const file of files) {
        const failure = await takeRecordings(file, logs, store, read, { changed: ingest.wake, isStopped })
        if (failure !== null) store.dispatch({ type: 'failed', message: failure })
        if (isStopped()) break
      }
      if (!isStopped()) store.dispatch({ type: 'reading', reading: null })
    },
    stopReading() {
      readings++
      store.dispatch({ type: 'reading', reading: null })
    },
    rawEntries: ({ verdict: { exchange } }: Diagnosis) =>
      exchange.chain
        .flatMap((hop) => [hop.preflight, hop.actual])
        .flatMap((entry) => (entry === null ? [] : [logs[entry.file]?.raw[entry.index]])),
    sample,
  }
}

const sourceOf = ({ recording, entries, skipped, truncated, diagnoses, removed }: Log): SourceState => ({
  recording,
  entries: entries.length + skipped.length,
  removed,
  skipped,
  truncated,
  diagnoses,
})

/** Returns a reader of files in this thread, which pauses after each piece. */
const readHere = (clock: Clock): Reader =>
  async function* (asked) {
    for await (const told of readRecordings(asked)) {
      yield told
      await new Promise<void>((resolve) => clock.after(0, resolve))
    }
  }
