import type { LookUp, Send, Shell } from '../internal.ts'
import type { ProgressLine } from './progress-line.ts'

/** What a command needs of its surroundings, so that it runs without a process in a test. */
export interface Io {
  /** The bytes of a file; "-" is standard input. Rejects as the file system does. */
  readonly read: (path: string) => AsyncIterable<Uint8Array>
  /** The path of the recording that comes with the tool. */
  readonly sample: string
  /** Writes to standard output; a promise waits until a slow reader has caught up. */
  readonly out: (text: string) => void | Promise<void>
  readonly err: (text: string) => void
  /** Writes a file that the command line names. Rejects as the file system does. */
  readonly write?: (path: string, text: string) => Promise<void>
  /** The line that says how far the work is; absent where standard error is no terminal. */
  readonly progress?: ProgressLine
  /** Sends a request; absent: over the network. */
  readonly send?: Send
  /** Looks up a name in the DNS; absent: over the network. */
  readonly lookUp?: LookUp
  /** Returns the answer to a question; absent where nobody is there to answer. */
  readonly confirm?: (question: string) => Promise<boolean>
  /** Whether standard output shows colors. */
  readonly color: boolean
  /** Whether a fault of the program shows its stack. */
  readonly debug: boolean
  /** The shell that the program seems to have been called from; bash where nothing says otherwise. */
  readonly shell?: Shell
  /** Columns that paragraphs are wrapped to. */
  readonly width: number
  /** Columns that a line of a list may take: all of a wide terminal. */
  readonly listWidth: number
}
