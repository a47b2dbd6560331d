import type { Exchange } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { isExtensionRedirect } from '../evidence/is-extension-redirect.ts'
import { redirectTarget } from '../evidence/redirect-target.ts'
import { get } from '../fetch/header-list.ts'
import { isHttpScheme, isSameOrigin, originOf } from '../fetch/origin.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { NotCorsReason } from './verdict.ts'

/**
 * Returns why CORS has no say in a fetch, or null where it has, or may have.
 */
export function whyNotCors({ facts, chain, url, observed }: Exchange): NotCorsReason | null {
  const last = chain[chain.length - 1]?.actual ?? null
  if (!/^(https?|wss?|file|ftp):/i.test(url)) return 'not http'
  const modes = valuesOfFact(facts.mode)
  if (modes.every((mode) => mode === 'websocket' || mode === 'webtransport') || /^wss?:/i.test(url))
    return 'websocket'
  if (modes.every((mode) => mode === 'navigate')) return 'navigate'
  // Its target wasn't recorded, so no server answered.
  if (last !== null && isExtensionRedirect(last)) return 'extension'
  const origins = valuesOfFact(facts.origin)
  const urls = chain.map(({ actual, preflight }) => actual?.request.url ?? preflight?.request.url ?? url)
  // A redirect that was not followed, or whose target was not recorded, led somewhere all the same.
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
 * Returns which part of the browser answered in place of the server, null if the server did, or the HTTP cache: its copies
 * are checked as the server's responses are. Chrome names a service worker. Firefox shows what either of the two gave without
 * any size or server; a copy has the `Date` of the response that was stored, one that a worker made up has none.
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
  // Of an image in its image cache Firefox shows no headers at all.
  const isMadeUp = response.headers.length > 0 && get(response.headers, 'Date') === null
  return isMadeUp ? 'service worker' : 'cache or service worker'
}

/** Of a worker made from a blob Chrome records no header that names the page; the response shows that CORS allowed it. */
const isAllowedWorker = (last: HarEntry | null): boolean =>
  last !== null &&
  last.vendor.error === null &&
  !last.request.onTheWire &&
  ['fetch', 'xhr'].includes(last.vendor.resourceType ?? '') &&
  get(last.response.headers, 'Access-Control-Allow-Origin') !== null
