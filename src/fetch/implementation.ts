import type { Header } from './header-list.ts'
import type { FetchRequest } from './request.ts'
import type { Phase } from './steps.ts'
import { type UnsafeBecause, whyNotSafelisted } from './why-not-safelisted.ts'

/** The checks that a CORS-preflight fetch makes of the response, each named for what it checks. */
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
 * Where a browser engine may deviate from the standard. With the values of {@link standard}, the algorithms in this
 * folder follow the standard exactly; an engine replaces some of them.
 */
export interface Implementation {
  /** The order in which a preflight response is checked; only the first failure is reported by an engine. */
  readonly preflightChecks: readonly PreflightCheck[]
  /** Why a header isn't safelisted, or null. Engines safelist more names, or different ranges. */
  readonly whyNotSafelisted: (header: Header) => UnsafeBecause | null
  /** Whether a header set by script is dropped without being sent, in addition to the forbidden ones. */
  readonly dropsRequestHeader: (header: Header) => boolean
  /** Whether `*` covers `Authorization`; not in the standard, but in all engines so far. */
  readonly wildcardCoversAuthorization: boolean
  /** Whether a chain that was preflighted once is preflighted at every later hop, even if it isn't needed. */
  readonly preflightsRestOfChain: boolean
  /** Whether headers that a redirect removed are still CORS-unsafe names for the next preflight. */
  readonly countsRemovedHeaders: boolean
  /**
   * Whether a preflight after a tainting redirect has the page's origin although the actual request has `null`; a
   * preflight to the page's own origin then needs no permission.
   */
  readonly preflightIgnoresTaint: boolean
  /** Whether a redirect in a chain that began same-origin is checked with the credentials of the first request. */
  readonly checksRedirectWithStartCredentials: boolean
  /** Whether a 301, 302, 307 or 308 turns DELETE into GET on its way to another origin. */
  readonly redirectTurnsDeleteIntoGet: boolean
  /** Whether a header set by script is removed if a redirect leads to an origin other than the request's. */
  readonly dropsOnRedirectAway: (header: Header) => boolean
  /** Whether credentials in the location URL are refused before redirect mode "error" ends the fetch. */
  readonly refusesCredentialsBeforeRedirectMode: boolean
  /** Whether a redirect to a URL with credentials fails whatever the mode and tainting. */
  readonly refusesEmbeddedCredentials: boolean
  /** Whether redirect mode "error" refuses a redirect status only if there is a `Location` to follow. */
  readonly errorModeNeedsLocation: boolean
  /** What an empty `Location` means: the requested URL, no redirect, or a redirect that can't be followed. */
  readonly emptyLocation: 'own URL' | 'no location' | 'failure'
  /** Whether the target of a redirect is refused before anything else in the redirect response is checked. */
  readonly refusesTarget: (location: string | 'failure', request: Redirecting, phase: Phase) => boolean
  /**
   * Whether a preflight response without `Access-Control-Allow-Methods` allows the request's method if the
   * use-CORS-preflight flag is set.
   */
  readonly flagSubstitutesMethods: boolean
  /** Whether a header that script sets twice is checked as one header with both values. */
  readonly combinesRequestHeaders: boolean
  /** Whether a listener for upload progress forces a preflight only if there is a body to upload. */
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
