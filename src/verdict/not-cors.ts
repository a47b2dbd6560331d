import type { Exchange } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { isExtensionRedirect } from '../evidence/is-extension-redirect.ts'
import { redirectTarget } from '../evidence/redirect-target.ts'
import { get } from '../fetch/header-list.ts'
import { isHttpScheme, isSameOrigin, originOf } from '../fetch/origin.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { NotCorsReason } from './verdict.ts'

/** Returns why CORS doesn't apply to a fetch; null if it does, or may. */
export function whyNotCors({ facts, chain, url, observed }: Exchange): NotCorsReason | null {
  const last = chain[chain.length - 1]?.actual ?? null
  if (!/^(https?|wss?|file|ftp):/i.test(url)) return 'not http'
  const modes = valuesOfFact(facts.mode)
  if (modes.every((mode) => mode === 'websocket' || mode === 'webtransport') || /^wss?:/i.test(url))
    return 'websocket'
  if (modes.every((mode) => mode === 'navigate')) return 'navigate'
  // Its target wasn't recorded, so no server responded.
  if (last !== null && isExtensionRedirect(last)) return 'extension'
  const origins = valuesOfFact(facts.origin)
  const urls = chain.map(({ actual, preflight }) => actual?.request.url ?? preflight?.request.url ?? url)
  // The target counts even if the redirect wasn't followed or the target wasn't recorded.
  if (last !== null) urls.push(redirectTarget(last) || url)
  const ownOnly =
    origins.length > 0 && origins.every((origin) => urls.every((one) => isSameOrigin(originOf(one), origin)))
  if (ownOnly) return 'same-origin'
  if (modes.every((mode) => mode === 'no-cors')) return 'no-cors'
  if (last !== null) {
    const answered = answeredLocally(last, chain[chain.length - 1]?.standIn ?? null)
    if (answered !== null) return answered
  }
  const isUnknown = origins.length === 0 && isHttpScheme(url) && observed.outcome !== 'blocked'
  if (isUnknown && !isAllowedWorker(last)) return 'no origin'
  return null
}

/**
 * Returns which part of the browser responded instead of the server; null if it was the server or the HTTP cache, whose
 * copies are checked like the server's responses. Chrome records the service worker. Firefox records both without size or
 * server address; a copy has the `Date` of the stored response, a worker's own response has none.
 */
function answeredLocally(
  { request, response, vendor }: HarEntry,
  stored: HarEntry | null,
): 'service worker' | 'cache or service worker' | null {
  if (vendor.viaServiceWorker) return 'service worker'
  const isLocal =
    vendor.securityState !== null &&
    response.status > 0 &&
    response.headersSize === 0 &&
    request.headersSize === 0 &&
    vendor.serverAddress === null
  if (!isLocal || stored !== null) return null
  // For an image in its image cache, Firefox records no headers at all.
  const isMadeUp = response.headers.length > 0 && get(response.headers, 'Date') === null
  return isMadeUp ? 'service worker' : 'cache or service worker'
}

/**
 * For a worker created from a blob, Chrome records no header with the page's origin; the response shows that CORS allowed
 * it.
 */
const isAllowedWorker = (last: HarEntry | null): boolean =>
  last !== null &&
  last.vendor.error === null &&
  !last.request.onTheWire &&
  ['fetch', 'xhr'].includes(last.vendor.resourceType ?? '') &&
  get(last.response.headers, 'Access-Control-Allow-Origin') !== null
