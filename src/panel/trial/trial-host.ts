import type { FromBackground, ToBackground } from './trial-messages.ts'

/** What applies trials in the inspected tab: the extension's background, or the browser that we started ourselves. */
export interface TrialHost {
  readonly tabId: number
  /** Whether it can respond to preflights itself. */
  readonly answersPreflights: boolean
  /** Reports whether the inspected page has a service worker, which makes requests in no tab. */
  hasServiceWorker(): Promise<boolean>
  /** Reports whether the browser has granted access to hosts. */
  hasAccess(hosts: readonly string[]): Promise<boolean>
  /**
   * Gives the access to hosts back to the browser, which ends every trial that needs it. Reports whether it was removed:
   * access that was granted for more hosts at once can't be given back in part.
   */
  giveBack(hosts: readonly string[]): Promise<boolean>
  /** Opens a connection; closing it ends whatever was started by it. */
  connect(listen: (message: FromBackground) => void, closed: () => void): TrialConnection
}

export interface TrialConnection {
  send(message: ToBackground): void
  close(): void
}
