import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import type { Chain } from './chain.ts'
import type { Evidence } from './fact.ts'
import { place } from './place.ts'
import { redirectTarget } from './redirect-target.ts'

/** What the recording shows that the browser did with the response. */
export interface Observed {
  readonly outcome: 'blocked' | 'shared' | 'unknown'
  /** Whether the browser itself names a reason that is not CORS: a network error, a renderer's refusal. */
  readonly elsewhere: boolean
  readonly source: Evidence | null
}

/** The recording shows nothing of it. */
export const UNKNOWN: Observed = { outcome: 'unknown', elsewhere: false, source: null }

/**
 * Returns what became of a fetch as the recording shows it.
 *
 * Chrome writes `net::ERR_FAILED` for what CORS blocks, any other error for other reasons and null for success.
 * Firefox writes no outcome: a response that arrived may or may not have been shared, and a request that a
 * preflight stopped has status 0 or no entry at all.
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
    // Where a redirect was handed to the page unfollowed, Chrome shows its target as aborted.
    return { ...UNKNOWN, elsewhere: chain.length === 1 || entry.response.status > 0, source: source(error) }
  }
  return { outcome: 'blocked', elsewhere: !isUnstated(error), source: source(error) }
}

/** No error on a redirect only says that the browser went on; what became of the fetch stands elsewhere, if at all. */
const observeSuccess = (entry: HarEntry, source: Evidence): Observed =>
  entry.response.status === 0 || redirectTarget(entry) !== ''
    ? UNKNOWN
    : { outcome: 'shared', elsewhere: false, source }

/** Errors behind which a CORS failure may stand; every other one names its own reason. */
const isUnstated = (error: string): boolean =>
  /^(net::ERR_FAILED|NS_ERROR_DOM_BAD_URI|NS_ERROR_FAILURE|Load failed)$/.test(error)

function observeWithoutError(entry: HarEntry, hops: number, recording: Recording): Observed {
  const { browser, recordsFailures, recordsBlockedHeaders } = recording
  const arrived = entry.response.status > 0 && !isRedirectStatus(entry.response.status)
  if (arrived && !(recordsFailures && recordsBlockedHeaders)) {
    // Playwright marks what failed, chrome-har leaves it out: what stands here without a mark was shared.
    return {
      outcome: 'shared',
      elsewhere: false,
      source: place(entry, 'response._error', null),
    }
  }
  if (browser !== 'firefox' || entry.response.status > 0) return UNKNOWN
  // Headers without a status: Firefox wrote the entry down before it had all of it.
  if (entry.response.headers.length > 0) return UNKNOWN
  const source = place(entry, 'response.status', '0')
  // Firefox shows a request that its preflight or a redirect stopped as an empty shell; whatever else has status 0
  // failed for a reason of the network, or of a policy of the page.
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
  // Firefox shows a request that its preflight stopped by the preflight alone.
  return browser === 'firefox' ? { outcome: 'blocked', elsewhere: false, source } : UNKNOWN
}
