import type { Header } from './header-list.ts'
import type { FetchRequest } from './request.ts'
import type { Phase } from './steps.ts'
import { type UnsafeBecause, whyNotSafelisted } from './why-not-safelisted.ts'

/** The checks that a CORS-preflight fetch makes of the response, each named for what it looks at. */
export type PreflightCheck =
  | 'redirect'
  | 'CORS check'
  | 'ok status'
  | 'methods parse'
  | 'headers parse'
  | 'method'
  | 'non-wildcard name'
  | 'unsafe names'

/** What an engine reads of a request before it follows a redirect. */
export type Redirecting = Pick<FetchRequest, 'origin' | 'redirectMode'>

/**
 * The points at which a browser engine may do other than the standard's text. {@link standard} has the values
 * that make the algorithms in this folder the standard's own; an engine replaces some of them.
 */
export interface Implementation {
  /** The order in which a preflight response is checked; only the first failure is reported by an engine. */
  readonly preflightChecks: readonly PreflightCheck[]
  /** Why a header is not safelisted, or null: engines safelist more names, or other ranges. */
  readonly whyNotSafelisted: (header: Header) => UnsafeBecause | null
  /** Whether script's header is dropped without being sent, beyond the forbidden ones. */
  readonly dropsRequestHeader: (header: Header) => boolean
  /** Whether `*` covers `Authorization`; the standard says no, all engines say yes so far. */
  readonly wildcardCoversAuthorization: boolean
  /** Whether a chain that was preflighted once is preflighted at every later hop, needed or not. */
  readonly preflightsRestOfChain: boolean
  /** Whether headers that a redirect removes still count as CORS-unsafe names of the next preflight. */
  readonly countsRemovedHeaders: boolean
  /**
   * Whether a preflight after a tainting redirect carries the page's origin while the actual request has `null`; one
   * to the page's own origin then needs no leave.
   */
  readonly preflightIgnoresTaint: boolean
  /** Whether a redirect of a chain that began same-origin is checked with the credentials of its start. */
  readonly checksRedirectWithStartCredentials: boolean
  /** Whether a 301, 302, 307 or 308 turns DELETE into GET on its way to another origin. */
  readonly redirectTurnsDeleteIntoGet: boolean
  /** Whether script's header is removed where a redirect leads to an origin other than the request's. */
  readonly dropsOnRedirectAway: (header: Header) => boolean
  /** Whether credentials in the location URL are refused before redirect mode "error" ends the fetch. */
  readonly refusesCredentialsBeforeRedirectMode: boolean
  /** Whether a redirect to a URL with credentials fails whatever the mode and tainting. */
  readonly refusesEmbeddedCredentials: boolean
  /** Whether redirect mode "error" refuses a redirect status only where there is a `Location` to follow. */
  readonly errorModeNeedsLocation: boolean
  /** What an empty `Location` says: the URL that was asked for, nothing at all, or nothing that can be followed. */
  readonly emptyLocation: 'own URL' | 'no location' | 'failure'
  /** Whether where a redirect leads is refused before anything else of the response that redirects is looked at. */
  readonly refusesTarget: (location: string | 'failure', request: Redirecting, phase: Phase) => boolean
  /** Whether a preflight response without `Access-Control-Allow-Methods` allows the method that the flag asked for. */
  readonly flagSubstitutesMethods: boolean
  /** Whether headers that script sets twice are one header with both values when they are judged. */
  readonly combinesRequestHeaders: boolean
  /** Whether a listener for upload progress forces a preflight only where there is a body to upload. */
  readonly uploadListenerNeedsBody: boolean
  /** Seconds above which `Access-Control-Max-Age` is cut, or null for no limit. */
  readonly maxAgeLimit: number | null
}

/** The standard itself, without deviation. */
export const standard: Implementation = {
  preflightChecks: [
    'CORS check',
    'ok status',
    'methods parse',
    'headers parse',
    'method',
    'non-wildcard name',
    'unsafe names',
  ],
  whyNotSafelisted,
  dropsRequestHeader: () => false,
  wildcardCoversAuthorization: false,
  preflightsRestOfChain: false,
  countsRemovedHeaders: false,
  preflightIgnoresTaint: false,
  checksRedirectWithStartCredentials: false,
  redirectTurnsDeleteIntoGet: false,
  dropsOnRedirectAway: () => false,
  refusesCredentialsBeforeRedirectMode: false,
  refusesEmbeddedCredentials: false,
  errorModeNeedsLocation: false,
  emptyLocation: 'own URL',
  refusesTarget: () => false,
  flagSubstitutesMethods: true,
  combinesRequestHeaders: false,
  uploadListenerNeedsBody: false,
  maxAgeLimit: null,
}
