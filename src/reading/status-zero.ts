import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { lastHop } from './unexplained.ts'

/**
 * What Firefox shows of a request without a response:
 * - "never sent": refused before the network, by a policy of the page or of the browser;
 * - "tracker": stopped after the request was made up, before it was sent;
 * - "service worker": handed to a service worker that gave no usable response;
 * - "no connection": https, and nobody answered: the name, the port, or the way to it;
 * - "no TLS": connected, and the handshake failed;
 * - "no answer": connected, and no valid response came, or the page lost patience;
 * - "plain": http, where Firefox tells none of these apart.
 */
export type StatusZero =
  | 'never sent'
  | 'tracker'
  | 'service worker'
  | 'no connection'
  | 'no TLS'
  | 'no answer'
  | 'plain'

/** Returns how Firefox shows that an unexplained fetch got no response, or null where it did, or is not Firefox's. */
export function statusZero(verdict: Verdict): { entry: HarEntry; shown: StatusZero } | null {
  if (verdict.type !== 'unexplained' || verdict.exchange.recording.browser !== 'firefox') return null
  const { preflight, actual } = lastHop(verdict)
  // A preflight without an answer stops the request, whose own entry is then an empty shell.
  const entry = preflight !== null && preflight.response.status === 0 ? preflight : actual
  if (entry === null || entry.response.status !== 0 || typeof entry.vendor.error === 'string') return null
  // The target of a redirect is made up no further than a tracker's request, whatever then fails.
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
