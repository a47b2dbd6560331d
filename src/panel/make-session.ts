import { type Diagnosis, describeRecording } from '../index.ts'
import { makeIngest } from './ingest.ts'
import type { Clock, Inspected } from './inspected.ts'
import { emptyLog, type Log } from './log.ts'
import { observe } from './observer.ts'
import { LATE_EXPRESSION, PLACE, parseLate, parsePageReport, REPORT_EXPRESSION } from './page-script.ts'
import { readFile } from './read-file.ts'
import { makeRecorder } from './recorder.ts'
import type { Session } from './session.ts'
import type { SourceState } from './state.ts'
import { makeStore } from './store.ts'
import { strings } from './strings.ts'

/** Milliseconds until a page that could not answer is asked again. */
const ASK_AGAIN = 300

/** Returns a session: with an inspected page in DevTools, without one (null) on the web page. */
export function makeSession(inspected: Inspected | null, clock: Clock, sample: Session['sample']): Session {
  const store = makeStore()
  const logs: Log[] = []
  const ingest = makeIngest(logs, clock, () =>
    store.dispatch({ type: 'diagnosed', sources: logs.map(sourceOf) }),
  )
  const live = inspected === null ? null : recordLive(inspected, clock, logs, store, ingest.wake)

  return {
    store,
    place: inspected === null ? 'web page' : 'devtools',
    browser: inspected?.browser ?? 'chromium',
    shown: () => live?.shown(),
    pause(paused) {
      live?.recorder.pause(paused)
      store.dispatch({ type: 'pause', paused })
    },
    preserveLog(preserve) {
      live?.recorder.preserveLog(preserve)
      store.dispatch({ type: 'preserve log', preserve })
    },
    clear() {
      logs.splice(live === null ? 0 : 1)
      live?.recorder.clear()
      store.dispatch({ type: 'failed', message: null })
      store.dispatch({ type: 'open', opened: false })
      ingest.wake()
    },
    reload: (watch) => live?.reload(watch),
    openSource: (url, line, column) => inspected?.openSource(url, line, column) ?? Promise.resolve(false),
    async readFiles(files) {
      store.dispatch({ type: 'failed', message: null })
      for (const file of files) {
        store.dispatch({ type: 'waiting', count: 1 })
        const read = await readFile(file, logs.length, clock)
        if (typeof read === 'string') store.dispatch({ type: 'failed', message: read })
        else {
          logs.push(read)
          ingest.wake()
        }
      }
      store.dispatch({ type: 'waiting', count: 0 })
    },
    rawEntries: ({ verdict: { exchange } }: Diagnosis) =>
      exchange.chain
        .flatMap((hop) => [hop.preflight, hop.actual])
        .flatMap((entry) => (entry === null ? [] : [logs[entry.file]?.raw[entry.index]])),
    sample,
  }
}

const sourceOf = ({ recording, entries, skipped, diagnoses }: Log): SourceState => ({
  recording,
  entries: entries.length + skipped.length,
  skipped,
  diagnoses,
})

function recordLive(
  inspected: Inspected,
  clock: Clock,
  logs: Log[],
  store: Session['store'],
  wake: () => void,
) {
  const creator = { name: inspected.browser === 'firefox' ? 'Firefox' : 'WebInspector', version: '' }
  const log = emptyLog(describeRecording({ creator, browser: undefined }, [], 0, strings.live))
  logs.push(log)
  let expected = false
  const recorder = makeRecorder(inspected, log, clock, {
    onChange(waiting) {
      store.dispatch({ type: 'waiting', count: waiting })
      wake()
      void askPage()
    },
    onNavigated() {
      store.dispatch({ type: 'late', requests: null })
      store.dispatch({ type: 'watching', watching: expected })
      expected = false
    },
  })
  let asking = false
  let askAgain = false
  // Chromium states every outcome itself, so its pages are only asked while they are watched.
  async function askPage(): Promise<void> {
    if (!store.get().watching && inspected.browser === 'chromium') return
    askAgain = asking
    if (asking) return
    asking = true
    const { page } = log
    const answer = await inspected.evaluate(REPORT_EXPRESSION)
    asking = false
    // A page that is just being loaded cannot answer yet.
    if (answer === null || askAgain) clock.after(ASK_AGAIN, () => void askPage())
    if (answer === null || log.page !== page) return
    const report = parsePageReport(answer)
    const calls = withNew(page.calls, report.calls)
    const outcomes = withNew(page.outcomes, report.outcomes)
    if (calls === page.calls && outcomes === page.outcomes) return
    log.page = { calls, outcomes }
    log.changed = true
    wake()
  }
  async function lookBack(): Promise<void> {
    const late = await inspected.evaluate(LATE_EXPRESSION)
    await recorder.backfill()
    const recorded = log.entries.map(({ request }) => request.url.split('#', 1)[0] ?? '')
    store.dispatch({ type: 'late', requests: parseLate(late, recorded) })
  }
  // Firefox may lose requests while it makes a HAR, so it is asked once, and only if somebody looks.
  let looked = inspected.browser === 'chromium'
  if (looked) void lookBack()
  return {
    recorder,
    shown() {
      if (!looked) void lookBack()
      looked = true
    },
    reload(watch: boolean) {
      expected = watch
      inspected.reload(watch ? `(${observe.toString()})(${JSON.stringify(PLACE)})` : null)
    },
  }
}

/** Adds what is new to what is known, which stays: earlier pages' requests may still be in the log. */
function withNew<T extends object>(before: readonly T[], now: readonly T[]): readonly T[] {
  const known = new Set(before.map((one) => JSON.stringify(one)))
  const more = now.filter((one) => !known.has(JSON.stringify(one)))
  return more.length === 0 ? before : [...before, ...more]
}
