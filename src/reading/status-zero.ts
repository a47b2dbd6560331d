import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { lastHop } from './unexplained.ts'

/**
 * How Firefox shows a request without a response:
 * - "never sent": refused before the network, by a policy of the page or of the browser;
 * - "tracker": stopped after the request was created, before it was sent;
 * - "service worker": passed to a service worker that returned no usable response;
 * - "no connection": https, and no connection: because of the name, the port or the network;
 * - "no TLS": connected, but the handshake failed;
 * - "no answer": connected, but no valid response came, or the page's timeout expired;
 * - "plain": http, where Firefox doesn't distinguish these.
 */
export type StatusZero =
  | 'never sent'
  | 'tracker'
  | 'service worker'
  | 'no connection'
  | 'no TLS'
  | 'no answer'
  | 'plain'

/**
 * Returns how Firefox shows that an unexplained fetch got no response; null if it got one or wasn't recorded by Firefox.
 */
export function statusZero(verdict: Verdict): { entry: HarEntry; shown: StatusZero } | null {
  if (verdict.type !== 'unexplained' || verdict.exchange.recording.browser !== 'firefox') return null
  const { preflight, actual } = lastHop(verdict)
  // A preflight without a response stops the request, whose own entry is then empty.
  const entry = preflight !== null && preflight.response.status === 0 ? preflight : actual
  if (entry === null || entry.response.status !== 0 || typeof entry.vendor.error === 'string') return null
  // The request for a redirect's target has no more headers than a tracker's, whatever fails afterwards.
  const made = read(entry)
  const shown = made === 'tracker' && verdict.exchange.chain.length > 1 ? 'no connection' : made
  return shown === null ? null : { entry, shown }
}

function read({ request, vendor }: HarEntry): StatusZero | null {
  const { securityState, noTimings } = vendor
  if (securityState === null) return noTimings ? neverSent(request.headers) : null
  if (securityState === 'broken') return 'no TLS'
  if (securityState !== 'insecure') return 'no answer'
  if (noTimings) return null
  return /^http:/i.test(request.url) ? 'plain' : 'no connection'
}

/** The further a request gets, the more headers it has: first `Connection`, then, for secure URLs, `Sec-Fetch-*`. */
function neverSent(headers: HarEntry['request']['headers']): StatusZero {
  if (get(headers, 'Sec-Fetch-Mode') !== null) return 'service worker'
  return get(headers, 'Connection') === null ? 'never sent' : 'tracker'
}
