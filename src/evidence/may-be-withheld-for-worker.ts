import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Exchange } from './exchange.ts'
import { valuesOfFact } from './fact.ts'

/**
 * Reports whether a request of which Chrome recorded no response may be a dedicated worker's: of those Chrome doesn't record
 * what it blocks. It names no page for a worker's requests, though it does for their preflights, and a page's own have
 * `Sec-CH-UA` before they are sent, if the page is secure.
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
