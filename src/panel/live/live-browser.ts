import type { Clock } from '../state/inspected.ts'
import type { Log } from '../state/log.ts'
import type { Store } from '../state/store.ts'
import type { AskPage } from './ask-page.ts'
import type { Recorder } from './recorder.ts'

/** What a browser's recording needs. */
export interface LiveParts {
  readonly ask: AskPage
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  readonly recorder: Recorder
}

/** How the browsers differ in recording a page. One is chosen, once, for the inspected page. */
export interface LiveBrowser {
  /** The name of the creator in HARs that this browser exports. */
  readonly creator: string
  /** When the page's own report is read: after every change, or only while the page is watched. */
  readonly readsPage: 'always' | 'while watched'
  start(parts: LiveParts): BrowserRecording
}

/** What a browser does in addition to recording what DevTools reports. */
export interface BrowserRecording {
  /** The recorder has added something to the log. */
  changed(): void
  /** The user cleared the log, paused the recording or resumed it: earlier requests are ignored. */
  restarted(): void
  shown(): void
  hidden(): void
  takeMissed(): Promise<void>
}
