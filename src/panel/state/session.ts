import type { Diagnosis, Redaction } from '../../internal.ts'
import type { Listed } from './listed.ts'
import type { Settings } from './settings.ts'
import type { Store } from './store.ts'
import type { TrialControl } from './trial-state.ts'

/** The actions for the panel's components, with separate implementations for the devtools page and the web page. */
export interface Session {
  readonly store: Store
  /** Masks secrets, including every recurrence of the recordings' known secrets. */
  readonly redaction: Redaction
  /** Where it runs: in DevTools, there is a page to record and to reload. */
  readonly place: 'devtools' | 'web page'
  readonly browser: 'chromium' | 'firefox'
  /** The panel is visible. */
  shown(): void
  /** The panel is hidden. */
  hidden(): void
  /** Imports what Firefox has recorded but not reported. This may make Firefox lose other requests. */
  takeMissed(): void
  /** Tries policies in the inspected tab; null if that isn't available. */
  readonly trial: TrialControl | null
  pause(paused: boolean): void
  /** Changes and stores settings. */
  configure(change: Partial<Settings>): void
  clear(): void
  /** Reloads the inspected page. Watching it records the mode and credentials mode of each call. */
  reload(watch: boolean): void
  /** Shows a request in the browser's own Network panel; null if the browser doesn't let extensions do that. */
  readonly openInNetwork: ((method: string, url: string) => void) | null
  openSource(url: string, line: number, column: number): Promise<boolean>
  readFiles(files: readonly NamedFile[]): Promise<void>
  /** Stops reading files; what was read is kept. */
  stopReading(): void
  /** Calls `then` with the diagnosis of a request, at once if it was judged here. */
  withDiagnosis(one: Listed, then: (diagnosis: Diagnosis) => void): void
  /** Returns the requests from which the configuration for a request is made; of many alike one can stand for all. */
  peersOf(diagnosis: Diagnosis): readonly Diagnosis[]
  /** Resolves to everything that is listed, as a text, in DevTools at once. Rejects if a text can't be so long. */
  exportAll(what: SessionExport, secrets: boolean): Promise<string>
  /** Resolves to the same as a file, of any length. The page can do something else meanwhile. */
  saveAll(what: SessionExport, secrets: boolean): Promise<Blob>
  /** Returns the recorded entries of a fetch unchanged, without bodies. */
  rawEntries(diagnosis: Diagnosis): readonly unknown[]
  /** The sample recording; null if there is none. */
  readonly sample: (() => string) | null
}

/** The forms in which a session can be taken away. */
export type SessionExport = 'markdown' | 'json' | 'har'

/** A recording to read. */
export interface NamedFile {
  readonly name: string
  readonly blob: Blob
}
