import type { Trial } from '../../internal.ts'

/** How a trial in the inspected tab stands. */
export type TrialState =
  | { readonly phase: 'none' }
  | { readonly phase: 'starting' | 'asking'; readonly trial: Trial }
  /** `since`: milliseconds since the epoch. */
  | { readonly phase: 'active'; readonly trial: Trial; readonly since: number; readonly pinned: boolean }
  | { readonly phase: 'ended'; readonly trial: Trial; readonly why: TrialEnd }

/** Why a trial isn't active any longer, or never was. */
export type TrialEnd = 'stopped' | 'refused' | 'left the site' | 'given back' | { readonly failed: string }

/** Starts and ends trials in the inspected tab. */
export interface TrialControl {
  readonly answersPreflights: boolean
  /** Starts a trial, or replaces the active one. */
  start(trial: Trial): void
  stop(): void
  /** Reports whether the inspected page has a service worker, which makes requests in no tab. */
  hasServiceWorker(): Promise<boolean>
  /** Reports whether the browser has granted access to hosts. */
  hasAccess(hosts: readonly string[]): Promise<boolean>
  /**
   * Gives the access to hosts back to the browser, which ends every trial that needs it. Reports whether it was removed:
   * access that was granted for more hosts at once can't be given back in part.
   */
  giveBack(hosts: readonly string[]): Promise<boolean>
  /** Keeps the trial when the page goes to another site, or ends it then, as it does at first. */
  pin(pinned: boolean): void
  /** The inspected page has gone to a URL. */
  navigated(url: string): void
  /** The tools are being closed. */
  closing(): void
}

export const noTrial: TrialState = { phase: 'none' }
