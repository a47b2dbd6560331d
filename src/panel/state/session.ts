import type { Diagnosis, Redaction } from '../../internal.ts'
import type { Settings } from './settings.ts'
import type { Store } from './store.ts'
import type { TrialControl } from './trial-state.ts'

/** What the panel's components can ask for; the devtools page and the web page answer it in their own ways. */
export interface Session {
  readonly store: Store
  /** Masks secrets, those that the recordings were seen to hold wherever they recur. */
  readonly redaction: Redaction
  /** Where it runs: in DevTools there is a page to record and to reload. */
  readonly place: 'devtools' | 'web page'
  readonly browser: 'chromium' | 'firefox'
  /** The panel is in view. */
  shown(): void
  /** It no longer is. */
  hidden(): void
  /** Takes what Firefox has recorded and not told about; asking for it can cost other requests. */
  takeMissed(): void
  /** Tries policies in the inspected tab; null where there is none, or nothing that could. */
  readonly trial: TrialControl | null
  pause(paused: boolean): void
  /** Changes settings, and remembers them. */
  configure(change: Partial<Settings>): void
  clear(): void
  /** Reloads the inspected page; watching it notes the mode and credentials mode of each call. */
  reload(watch: boolean): void
  /** Shows a request in the browser's own Network panel; null where the browser doesn't let extensions do that. */
  readonly openInNetwork: ((method: string, url: string) => void) | null
  openSource(url: string, line: number, column: number): Promise<boolean>
  readFiles(files: readonly NamedFile[]): Promise<void>
  /** Ends the reading of files; what was read stays. */
  stopReading(): void
  /** Returns the recorded entries of a fetch as they came, without bodies. */
  rawEntries(diagnosis: Diagnosis): readonly unknown[]
  /** The recording that comes with the tool; null where there is none. */
  readonly sample: (() => string) | null
}

/** A recording to be read. */
export interface NamedFile {
  readonly name: string
  readonly blob: Blob
}
