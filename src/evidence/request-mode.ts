import { get } from '../fetch/header-list.ts'
import type { RequestMode } from '../fetch/request.ts'
import { type Chain, entryOf } from './exchange.ts'
import { type Fact, known, open } from './fact.ts'
import { place } from './place.ts'

const MODES: readonly string[] = ['cors', 'no-cors', 'same-origin', 'navigate', 'websocket', 'webtransport']

/**
 * Returns the request's mode: `Sec-Fetch-Mode` states it for secure URLs; a preflight, an XMLHttpRequest or an
 * `Origin` on a GET means "cors"; a GET to another origin without `Origin` is not "cors".
 */
export function readMode(chain: Chain): Fact<RequestMode> {
  const first = entryOf(chain[0])
  for (const { actual } of chain) {
    const stated = actual === null ? null : get(actual.request.headers, 'Sec-Fetch-Mode')
    if (actual !== null && stated !== null && MODES.includes(stated)) {
      return known(stated as RequestMode, place(actual, 'request.headers.Sec-Fetch-Mode', stated))
    }
  }
  const preflight = chain.find((hop) => hop.preflight !== null)?.preflight ?? null
  if (preflight !== null) {
    return known('cors', place(preflight, 'request.method', preflight.request.method))
  }
  const { resourceType } = first.vendor
  const byType = resourceType === null ? undefined : BY_TYPE.get(resourceType)
  if (byType !== undefined) {
    return known(byType, place(first, '_resourceType', resourceType))
  }
  const origin = get(first.request.headers, 'Origin')
  const safe = ['GET', 'HEAD'].includes(first.request.method)
  if (origin !== null && safe) {
    return known('cors', place(first, 'request.headers.Origin', origin))
  }
  if (origin === null && safe && first.request.onTheWire && chain.length === 1) {
    return known('no-cors', place(first, 'request.headers.Origin', null))
  }
  // no-cors allows nothing but GET, HEAD and POST.
  if (!safe && first.request.method !== 'POST') {
    return known('cors', place(first, 'request.method', first.request.method))
  }
  return open(['cors', 'no-cors'], 'no fetch metadata')
}

const BY_TYPE: ReadonlyMap<string, RequestMode> = new Map([
  ['document', 'navigate'],
  ['eventsource', 'cors'],
  ['websocket', 'websocket'],
  ['xhr', 'cors'],
])
