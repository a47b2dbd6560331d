import { describeRecording, originOf } from '../../internal.ts'
import { frameStrings } from '../parts/frame-strings.ts'
import { field } from '../parts/untrusted.ts'
import type { Clock, Inspected } from '../state/inspected.ts'
import { emptyLog, type Log } from '../state/log.ts'
import type { Session } from '../state/session.ts'
import { makeAskPage } from './ask-page.ts'
import { chromium } from './chromium.ts'
import { firefox } from './firefox.ts'
import type { LiveBrowser } from './live-browser.ts'
import { observe } from './observer.ts'
import { makePageReader } from './read-page.ts'
import { makeRecorder } from './recorder.ts'
import { stoppedByMode } from './stopped-by-mode.ts'

/** The recording of the inspected page, controlled by the session. */
export interface LiveRecording extends Pick<Session, 'shown' | 'hidden' | 'takeMissed' | 'reload'> {
  pause(paused: boolean): void
  preserveLog(preserve: boolean): void
  clear(): void
}

/** Of so many pages it's known that they were inspected, the newest first. */
const MOST_OPENED = 20

const BROWSERS: Readonly<Record<Inspected['browser'], LiveBrowser>> = { chromium, firefox }

/** Records the inspected page into the first of `logs`. `wake` is called when there is something to diagnose. */
export function recordLive(
  inspected: Inspected,
  clock: Clock,
  logs: Log[],
  store: Session['store'],
  wake: () => void,
): LiveRecording {
  const browser = BROWSERS[inspected.browser]
  const creator = { name: browser.creator, version: '' }
  const log = emptyLog(describeRecording({ creator, browser: undefined }, [], 0, frameStrings.live))
  logs.push(log)
  /** Pages can't guess it. */
  const secret = crypto.randomUUID()
  /** Whether a watched page is expected. Any page may be it until one has confirmed it. */
  let expected = false
  const ask = makeAskPage(inspected, clock)
  const report = makePageReader(ask, clock, log, secret, wake, (answer) => {
    store.dispatch({ type: 'stopped by mode', urls: stoppedByMode(answer) })
    const watching = field(answer, 'watched') === true
    if (watching) expected = false
    if (watching !== store.get().watching) store.dispatch({ type: 'watching', watching })
  })
  const readPage = (): void => {
    if (browser.readsPage === 'always' || expected || store.get().watching) void report.read()
  }
  /** The recording is changed in place, because earlier results refer to it. */
  const opened = (url: unknown, kept: boolean): void => {
    const origin = originOf(String(url))
    const before = kept ? log.recording.opened.filter((one) => one !== origin) : []
    Object.assign(log.recording, { opened: [origin, ...before].slice(0, MOST_OPENED) })
  }
  void ask('location.origin').then((origin) => {
    if (log.recording.opened.length === 0 && origin !== null) opened(origin, false)
  })
  const recorder = makeRecorder(inspected, log, clock, {
    onChange(waiting) {
      recording.changed()
      store.dispatch({ type: 'waiting', count: waiting })
      wake()
      readPage()
    },
    onNavigated(url, kept) {
      opened(url, kept)
      report.navigated()
      store.dispatch({ type: 'late', requests: null })
      store.dispatch({ type: 'stopped by mode', urls: [] })
      // Only the page itself can confirm that it's watched: Firefox reports navigations late, even earlier ones.
      readPage()
    },
  })
  const recording = browser.start({ ask, clock, log, store, recorder })
  return {
    pause(paused) {
      recorder.pause(paused)
      recording.restarted()
    },
    preserveLog: recorder.preserveLog,
    clear() {
      recorder.clear()
      recording.restarted()
    },
    shown: () => recording.shown(),
    hidden: () => recording.hidden(),
    takeMissed: () => void recording.takeMissed(),
    reload(watch) {
      expected = watch
      inspected.reload(watch ? `(${observe.toString()})(${JSON.stringify(secret)})` : null)
    },
  }
}
