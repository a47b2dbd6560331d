import type { Trial } from '../../internal.ts'

/** How a trial in the inspected tab stands. */
export type TrialState =
  | { readonly phase: 'none' }
  | { readonly phase: 'starting' | 'asking'; readonly trial: Trial }
  /** `since`: milliseconds since the epoch. */
  | { readonly phase: 'active'; readonly trial: Trial; readonly since: number; readonly pinned: boolean }
  | { readonly phase: 'ended'; readonly trial: Trial; readonly why: TrialEnd }

/** Why a trial isn't active any longer, or never was. */
export type TrialEnd =
  | 'stopped'
  | 'refused'
  | 'left the site'
  | 'given back'
  | { readonly failed: string }

export const noTrial: TrialState = { phase: 'none' }
