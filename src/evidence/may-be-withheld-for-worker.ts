import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Exchange } from './exchange.ts'
import { valuesOfFact } from './fact.ts'

/**
 * Reports whether a request without a recorded response may be a dedicated worker's: Chrome doesn't record their blocked
 * responses. It names no page for a worker's requests (but does for their preflights), and requests of a secure page have
 * `Sec-CH-UA` even before they are sent.
 */
export function mayBeWithheldForWorker({ chain, facts, recording }: Exchange): boolean {
  const { actual, preflight } = chain[chain.length - 1] ?? chain[0]
  if (recording.browser !== 'chromium' || actual === null || !lacksResponse(actual)) return false
  // Without a preflight, a response that wasn't recorded decides nothing.
  if (preflight === null) return false
  if (preflight.ofPage !== actual.ofPage) return true
  const origins = valuesOfFact(facts.origin)
  const isSecure = origins.length > 0 && origins.every((origin) => origin.startsWith('https:'))
  return isSecure && !actual.ofPage && get(actual.request.headers, 'Sec-CH-UA') === null
}

const lacksResponse = ({ request, response }: HarEntry): boolean =>
  response.status === 0 && !request.onTheWire
