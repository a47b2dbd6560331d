import type { CorsPolicy } from '../fix/policy/policy.ts'

/** A policy that the browser applies in one tab as if the server had it. */
export interface Trial {
  /** The API's origin. */
  readonly target: string
  /** The one origin of a page that the trial is for. */
  readonly origin: string
  readonly policy: CorsPolicy
  /** Whether the trial responds to preflights itself, whatever status the server sends. */
  readonly answersPreflights: boolean
  /** The URLs whose preflights the server redirects. A browser lets nobody change that response, so it isn't asked. */
  readonly redirected: readonly string[]
}
