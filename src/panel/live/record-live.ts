import { describeRecording } from '../../internal.ts'
import { strings } from '../parts/strings.ts'
import { numberIn } from '../parts/untrusted.ts'
import type { Clock, Inspected } from '../state/inspected.ts'
import { emptyLog, type Log } from '../state/log.ts'
import type { Session } from '../state/session.ts'
import { missedRequests } from './missed-requests.ts'
import { observe } from './observer.ts'
import { LATE_EXPRESSION, PLACE, parseLate, parsePageReport, REPORT_EXPRESSION } from './page-script.ts'
import { makeRecorder } from './recorder.ts'

/** Milliseconds until a page that could not answer is asked again. */
const ASK_AGAIN = 300

/** Firefox tells of a request a moment after it has ended, in milliseconds. */
const LAG = 1000

/** How often Firefox's page is asked whether it made requests that nobody told about, in milliseconds. */
const LOOK_AGAIN = 2000

/** The recording of the inspected page, as the session directs it. */
export interface LiveRecording extends Pick<Session, 'shown' | 'hidden' | 'takeMissed' | 'reload'> {
  pause(paused: boolean): void
  preserveLog(preserve: boolean): void
  clear(): void
}

/** Records the inspected page into the first of `logs`; `wake` is called when there is something to diagnose. */
export function recordLive(
  inspected: Inspected,
  clock: Clock,
  logs: Log[],
  store: Session['store'],
  wake: () => void,
): LiveRecording {
  const creator = { name: inspected.browser === 'firefox' ? 'Firefox' : 'WebInspector', version: '' }
  const log = emptyLog(describeRecording({ creator, browser: undefined }, [], 0, strings.live))
  logs.push(log)
  let expected = false
  let lastChange = clock.now()
  /** Since when, by the page's clock, every request should have been told about; null until it is asked. */
  let since: number | null = null
  let taken = false
  const recorder = makeRecorder(inspected, log, clock, {
    onChange(waiting) {
      lastChange = clock.now()
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
    // Firefox loses requests while it makes a HAR: it is asked for one only where the user wants that.
    if (inspected.browser === 'chromium') await recorder.backfill()
    const recorded = log.entries.map(({ request }) => request.url.split('#', 1)[0] ?? '')
    store.dispatch({ type: 'late', requests: parseLate(late, recorded) })
  }
  async function countMissed(): Promise<void> {
    const answer = await inspected.evaluate(REPORT_EXPRESSION)
    const now = numberIn(answer, 'now')
    if (now === null) return
    since ??= now
    if (store.get().paused || clock.now() - lastChange < LAG) return
    const count = missedRequests(answer, log.entries, { since, until: now - LAG })
    store.dispatch({ type: 'missed', missed: count === 0 ? null : { count, taken } })
  }
  let round = 0
  function keepCounting(of: number): void {
    if (of !== round) return
    void countMissed()
    clock.after(LOOK_AGAIN, () => keepCounting(of))
  }
  function startAnew(): void {
    since = null
    taken = false
    store.dispatch({ type: 'missed', missed: null })
  }
  let looked = inspected.browser === 'chromium'
  if (looked) void lookBack()
  return {
    pause(paused) {
      recorder.pause(paused)
      startAnew()
    },
    preserveLog: recorder.preserveLog,
    clear() {
      recorder.clear()
      startAnew()
    },
    shown() {
      if (inspected.browser === 'chromium') return
      if (!looked) clock.after(LAG, () => void lookBack())
      looked = true
      keepCounting(++round)
    },
    hidden() {
      round++
    },
    async takeMissed() {
      await recorder.backfill()
      taken = true
      lastChange = clock.now() - LAG
      await countMissed()
    },
    reload(watch) {
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
