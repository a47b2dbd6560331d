import type { LookUp, Send, Shell } from '../internal.ts'
import type { ProgressLine } from './progress-line.ts'

/** The environment of a command, so that tests can run it without a process. */
export interface Io {
  /**
   * The bytes of a file; "-" is standard input. Each piece is only valid until the next one is requested. Rejects as the file
   * system does.
   */
  readonly read: (path: string) => AsyncIterable<Uint8Array>
  /** The path of the sample recording. */
  readonly sample: string
  /** Writes to standard output; a promise waits until a slow reader has caught up. */
  readonly out: (text: string) => void | Promise<void>
  readonly err: (text: string) => void
  /** Writes a file that the command line names. Rejects as the file system does. */
  readonly write?: (path: string, text: string) => Promise<void>
  /** The progress line; absent if standard error isn't a terminal. */
  readonly progress?: ProgressLine
  /** Sends a request; absent: over the network. */
  readonly send?: Send
  /** Looks up a name in the DNS; absent: over the network. */
  readonly lookUp?: LookUp
  /** Returns the answer to a question; absent where nobody is there to answer. */
  readonly confirm?: (question: string) => Promise<boolean>
  /** Whether standard output shows colors. */
  readonly color: boolean
  /** Whether an internal error shows its stack. */
  readonly debug: boolean
  /** The shell that the program was probably called from; bash by default. */
  readonly shell?: Shell
  /** The width of paragraphs, in columns. */
  readonly width: number
  /** The width of list lines, in columns: the whole terminal. */
  readonly listWidth: number
}
