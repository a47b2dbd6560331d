import type { Exchange } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { redirectTarget } from '../evidence/redirect-target.ts'
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
  const origins = valuesOfFact(facts.origin)
  const urls = chain.map(({ actual, preflight }) => actual?.request.url ?? preflight?.request.url ?? url)
  // A redirect that was not followed, or whose target was not recorded, led somewhere all the same.
  if (last !== null) urls.push(redirectTarget(last) || url)
  const ownOnly =
    origins.length > 0 && origins.every((origin) => urls.every((one) => isSameOrigin(originOf(one), origin)))
  if (ownOnly) return 'same-origin'
  if (modes.every((mode) => mode === 'no-cors')) return 'no-cors'
  if (last !== null && isFromServiceWorker(last)) return 'service worker'
  if (origins.length === 0 && isHttpScheme(url) && observed.outcome !== 'blocked') return 'no origin'
  return null
}

/** Chrome says so; Firefox shows a response that a service worker made up as one without any size or server. */
const isFromServiceWorker = ({ request, response, vendor }: HarEntry): boolean =>
  vendor.viaServiceWorker ||
  (vendor.securityState !== null &&
    response.status > 0 &&
    response.headersSize === 0 &&
    request.headersSize === 0 &&
    vendor.serverAddress === null)
