import { type Diagnosis, type InSteps, redactionFor } from '../internal.ts'
import { recordLive } from './live/record-live.ts'
import { makeIngest } from './state/ingest.ts'
import type { Clock, Inspected } from './state/inspected.ts'
import { diagnosesIn, isRow } from './state/listed.ts'
import { type Log, rawEntriesIn, sourceOf } from './state/log.ts'
import { readRecordings } from './state/read-recordings.ts'
import type { Session } from './state/session.ts'
import { exportInSteps, exportSession } from './state/session-exports.ts'
import { rememberedSettings, rememberSettings } from './state/settings.ts'
import { slicesOf } from './state/slices.ts'
import { makeStore } from './state/store.ts'
import { type Reader, takeRecordings } from './state/take-recordings.ts'
import { trimInSteps } from './state/trim-log.ts'
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
): Session {
  const store = makeStore()
  const read = readHere(clock)
  const logs: Log[] = []
  /** A counter of reads: a newer read or a stop ends earlier ones. */
  let readings = 0
  let most = MOST_SECRETS
  const redaction = redactionFor(false)
  const ingest = makeIngest(
    logs,
    clock,
    redaction,
    () => store.dispatch({ type: 'diagnosed', sources: logs.map(sourceOf) }),
    tidy,
  )
  /** Keeps the memory bounded. All entries of a file are kept: no more can arrive. */
  function* tidy(): InSteps<void> {
    const [first] = logs
    if (inspected === null || first === undefined) return
    yield* trimInSteps(first, store.get().settings.keep)
    // Secrets of requests that made way would grow without end, and nothing shows them any more.
    if (redaction.known() <= most) return
    const renewal = redaction.renewal()
    for (const { entries } of [...logs])
      for (const entry of [...entries]) {
        renewal.add(entry)
        yield
      }
    renewal.done()
    most = Math.max(MOST_SECRETS, 2 * redaction.known())
  }
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

  const rawEntries = (one: Diagnosis): readonly unknown[] => rawEntriesIn(logs, one)
  const exported = () => ({ sources: logs.map(sourceOf), redaction, rawEntries })
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
        const failure = await takeRecordings(file, logs, read, {
          changed: ingest.wake,
          isStopped,
          onReading: (reading) => store.dispatch({ type: 'reading', reading }),
        })
        if (failure !== null) store.dispatch({ type: 'failed', message: failure })
        if (isStopped()) break
      }
      if (!isStopped()) store.dispatch({ type: 'reading', reading: null })
    },
    stopReading() {
      readings++
      store.dispatch({ type: 'reading', reading: null })
    },
    withDiagnosis: (one, then) => {
      if (!isRow(one)) then(one)
    },
    peersOf: () => diagnosesIn(store.get().diagnoses),
    exportAll: async (what, secrets) => exportSession(what, exported(), secrets),
    saveAll: async (what, secrets) =>
      new Blob([...(await slicesOf(clock, SLICE).all(exportInSteps(what, exported(), secrets)))]),
    rawEntries,
    sample,
  }
}

/** How long an export works before something else can happen, in milliseconds. */
const SLICE = 10

/** How many secrets are known before those that are no longer needed are forgotten. */
const MOST_SECRETS = 20_000

/** Returns a reader of files in this thread, which pauses after each piece. */
const readHere = (clock: Clock): Reader =>
  async function* (asked) {
    for await (const told of readRecordings(asked)) {
      yield told
      await new Promise<void>((resolve) => clock.after(0, resolve))
    }
  }
