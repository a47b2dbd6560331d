import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import type { Chain } from './chain.ts'
import type { Evidence } from './fact.ts'
import { place } from './place.ts'
import { redirectTarget } from './redirect-target.ts'

/** What the browser did with the response, according to the recording. */
export interface Observed {
  readonly outcome: 'blocked' | 'shared' | 'unknown'
  /** Whether the browser itself names a reason other than CORS: a network error, a renderer's refusal. */
  readonly elsewhere: boolean
  readonly source: Evidence | null
}

/** The recording doesn't show it. */
export const UNKNOWN: Observed = { outcome: 'unknown', elsewhere: false, source: null }

/**
 * Returns the recorded outcome of a fetch.
 *
 * Chrome writes `net::ERR_FAILED` for requests that CORS blocks, other errors for other reasons, and null for success.
 * Firefox doesn't record outcomes: a response that arrived may or may not have been allowed, and a request stopped by its
 * preflight has status 0 or no entry.
 */
export function observe(chain: Chain, recording: Recording): Observed {
  const last = chain[chain.length - 1] ?? chain[0]
  const entry = last.actual
  if (!recording.recordsOutcomes && typeof (entry ?? last.preflight)?.vendor.error !== 'string')
    return UNKNOWN
  if (entry === null) return observeWithoutActual(last.preflight, recording)
  const { error } = entry.vendor
  const source = (value: string | null): Evidence => place(entry, 'response._error', value)
  if (error === undefined) return observeWithoutError(entry, chain.length, recording)
  if (error === null) return observeSuccess(entry, source(null))
  if (/ERR_ABORTED|NS_BINDING_ABORTED/.test(error)) {
    // If a redirect was passed to the page unfollowed, Chrome shows its target as aborted.
    return { ...UNKNOWN, elsewhere: chain.length === 1 || entry.response.status > 0, source: source(error) }
  }
  return { outcome: 'blocked', elsewhere: !isUnstated(error), source: source(error) }
}

/**
 * A redirect without an error only shows that the browser continued. The outcome of the fetch is in another entry, if at
 * all.
 */
const observeSuccess = (entry: HarEntry, source: Evidence): Observed =>
  entry.response.status === 0 || redirectTarget(entry) !== ''
    ? UNKNOWN
    : { outcome: 'shared', elsewhere: false, source }

/** Errors that may be CORS failures; every other one states its own reason. */
const isUnstated = (error: string): boolean =>
  /^(net::ERR_FAILED|NS_ERROR_DOM_BAD_URI|NS_ERROR_FAILURE|Load failed)$/.test(error)

function observeWithoutError(entry: HarEntry, hops: number, recording: Recording): Observed {
  const { browser, recordsFailures, recordsBlockedHeaders } = recording
  const arrived = entry.response.status > 0 && !isRedirectStatus(entry.response.status)
  if (arrived && !(recordsFailures && recordsBlockedHeaders)) {
    // Playwright marks failed requests and chrome-har omits them, so an entry without a mark was allowed.
    return {
      outcome: 'shared',
      elsewhere: false,
      source: place(entry, 'response._error', null),
    }
  }
  if (browser !== 'firefox' || entry.response.status > 0) return UNKNOWN
  // Headers without a status: Firefox recorded the entry before it was complete.
  if (entry.response.headers.length > 0) return UNKNOWN
  const source = place(entry, 'response.status', '0')
  // Firefox records an empty entry for a request stopped by its preflight or a redirect. Any other entry with status 0
  // failed because of the network or a policy of the page.
  const { securityState, noTimings } = entry.vendor
  if (noTimings && (securityState === 'insecure' || hops > 1))
    return { outcome: 'blocked', elsewhere: false, source }
  return {
    outcome: 'blocked',
    elsewhere: true,
    source: { ...source, field: '_securityState', value: securityState },
  }
}

function observeWithoutActual(preflight: HarEntry | null, { browser }: Recording): Observed {
  if (preflight === null) return UNKNOWN
  const source = place(preflight, 'request.method', 'OPTIONS')
  // For a request stopped by its preflight, Firefox only records the preflight.
  return browser === 'firefox' ? { outcome: 'blocked', elsewhere: false, source } : UNKNOWN
}
