import type { DiagnosisParts, Noted } from '../../internal.ts'
import type { About, Row } from '../../panel/state/listed.ts'
import type { NamedFile, SessionExport } from '../../panel/state/session.ts'
import type { Reading, SourceState } from '../../panel/state/state.ts'

/** What the page asks of the thread that reads and judges files; `ask` is the number of a question. */
export type Asked =
  | { readonly type: 'read'; readonly reading: number; readonly files: readonly NamedFile[] }
  | { readonly type: 'stop' }
  | { readonly type: 'detail'; readonly ask: number; readonly id: string }
  | { readonly type: 'peers'; readonly ask: number; readonly target: string }
  | {
      readonly type: 'export'
      readonly ask: number
      readonly what: SessionExport
      readonly secrets: boolean
    }

/** A row as it's sent: what it has in common with others is sent once. */
export type SentRow = Omit<Row, 'about'> & { readonly about: number }

/** A recording, and the numbers of its rows, sorted by time. */
export interface SentSource extends Omit<SourceState, 'diagnoses' | 'removed'> {
  readonly order: Uint32Array
}

/** The diagnosis of a request, and its entries as they were recorded. */
export interface SentDetail {
  readonly parts: DiagnosisParts
  readonly raw: readonly unknown[]
}

/** What the thread tells. */
export type Told =
  /** Rows, numbered in the order in which they come; `about` of each is its place in `abouts`. */
  | { readonly type: 'rows'; readonly rows: readonly SentRow[]; readonly abouts: readonly About[] }
  | { readonly type: 'secrets'; readonly noted: readonly Noted[] }
  /** The recordings, as much of them as is judged; each row is one of those that came before. */
  | { readonly type: 'judged'; readonly sources: readonly SentSource[] }
  | { readonly type: 'reading'; readonly reading: number; readonly progress: Reading }
  | { readonly type: 'failed'; readonly message: string }
  /** The thread got files that the browser doesn't let it read. */
  | { readonly type: 'unreadable'; readonly reading: number; readonly message: string }
  /** The files are read, or the reading was stopped, and what was read is judged. */
  | { readonly type: 'read'; readonly reading: number }
  | { readonly type: 'detail'; readonly ask: number; readonly detail: SentDetail | null }
  | { readonly type: 'peers'; readonly ask: number; readonly peers: readonly DiagnosisParts[] }
  | { readonly type: 'exported'; readonly ask: number; readonly file: Blob }

/** What the page hears of it: files that the thread can't read are read elsewhere. */
export type Heard = Exclude<Told, { readonly type: 'unreadable' }>
