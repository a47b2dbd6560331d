import type { Clock } from '../state/inspected.ts'
import type { Log } from '../state/log.ts'
import type { Store } from '../state/store.ts'
import type { AskPage } from './ask-page.ts'
import type { Recorder } from './recorder.ts'

/** What a browser's way of recording works with. */
export interface LiveParts {
  readonly ask: AskPage
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  readonly recorder: Recorder
}

/** What differs between the browsers when a page is recorded. One is chosen, once, for the inspected page. */
export interface LiveBrowser {
  /** The name of the creator in HARs that this browser exports. */
  readonly creator: string
  /** When the page's own report is read: after every change, or only while the user has the page watched. */
  readonly readsPage: 'always' | 'while watched'
  start(parts: LiveParts): BrowserRecording
}

/** What one browser does on top of recording what DevTools reports. */
export interface BrowserRecording {
  /** The recorder has put something into the log. */
  changed(): void
  /** The user cleared the log, paused the recording or resumed it: what came before doesn't count. */
  restarted(): void
  shown(): void
  hidden(): void
  takeMissed(): Promise<void>
}
