import type { FromBackground, ToBackground } from './trial-messages.ts'

/** What applies trials in the inspected tab: the extension's background, or the browser that we started ourselves. */
export interface TrialHost {
  readonly tabId: number
  /** Whether it can respond to preflights itself. */
  readonly answersPreflights: boolean
  /** Opens a connection; closing it ends whatever was started by it. */
  connect(listen: (message: FromBackground) => void, closed: () => void): TrialConnection
}

export interface TrialConnection {
  send(message: ToBackground): void
  close(): void
}
