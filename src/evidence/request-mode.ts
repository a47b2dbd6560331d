import { get } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import type { RequestMode } from '../fetch/request.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Chain } from './chain.ts'
import { destinationOf } from './destination.ts'
import { entryOf } from './exchange.ts'
import { type Fact, known, open } from './fact.ts'
import { place } from './place.ts'

const MODES: readonly string[] = ['cors', 'no-cors', 'same-origin', 'navigate', 'websocket', 'webtransport']

/**
 * Returns the request's mode: `Sec-Fetch-Mode` states it for secure URLs; a preflight, an XMLHttpRequest, a font or an
 * `Origin` on a GET means "cors"; a cross-origin GET without `Origin` is "no-cors". `pageOrigin` is null if the page
 * isn't known.
 */
export function readMode(chain: Chain, pageOrigin: string | null): Fact<RequestMode> {
  const first = entryOf(chain[0])
  for (const { actual } of chain) {
    const stated = actual === null ? null : get(actual.request.headers, 'Sec-Fetch-Mode')
    if (actual !== null && stated !== null && MODES.includes(stated)) {
      return known(stated as RequestMode, place(actual, 'request.headers.Sec-Fetch-Mode', stated))
    }
  }
  if (isHandshake(first)) return known('websocket', place(first, 'request.headers.Upgrade', 'websocket'))
  if (isNavigation(first)) {
    return known('navigate', place(first, 'request.headers.Upgrade-Insecure-Requests', '1'))
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
  const withoutOrigin = chain.find(({ actual }) => actual !== null && lacksOrigin(actual, pageOrigin))
  if (withoutOrigin?.actual && safe) {
    return known('no-cors', place(withoutOrigin.actual, 'request.headers.Origin', null))
  }
  // no-cors only allows GET, HEAD and POST.
  if (!safe && first.request.method !== 'POST') {
    return known('cors', place(first, 'request.method', first.request.method))
  }
  return open(isOfElement(first) ? ['no-cors', 'cors'] : ['cors', 'no-cors'], 'no fetch metadata')
}

/**
 * Some tools record a WebSocket's handshake with an http(s) URL.
 * https://websockets.spec.whatwg.org/#websocket-opening-handshake
 */
const isHandshake = ({ request, response }: HarEntry): boolean =>
  request.method === 'GET' &&
  (/^websocket$/i.test(get(request.headers, 'Upgrade') ?? '') ||
    get(request.headers, 'Sec-WebSocket-Key') !== null ||
    (response.status === 101 && /^websocket$/i.test(get(response.headers, 'Upgrade') ?? '')))

/** https://w3c.github.io/webappsec-upgrade-insecure-requests/#preference */
const isNavigation = (entry: HarEntry): boolean =>
  get(entry.request.headers, 'Upgrade-Insecure-Requests') === '1' &&
  get(entry.request.headers, 'Origin') === null &&
  ['document', null].includes(destinationOf(entry))

/** Every cross-origin "cors" request has an `Origin`; a same-origin GET has none in any mode. */
const lacksOrigin = ({ request }: HarEntry, pageOrigin: string | null): boolean =>
  request.onTheWire &&
  pageOrigin !== null &&
  get(request.headers, 'Origin') === null &&
  originOf(request.url) !== pageOrigin

/** Elements use mode "no-cors" unless they have a `crossorigin` attribute. */
const isOfElement = (entry: HarEntry): boolean =>
  ['image', 'media', 'script', 'style', 'track'].includes(destinationOf(entry) ?? '')

const BY_TYPE: ReadonlyMap<string, RequestMode> = new Map([
  ['document', 'navigate'],
  ['eventsource', 'cors'],
  // https://drafts.csswg.org/css-fonts/#font-fetching-requirements
  ['font', 'cors'],
  ['websocket', 'websocket'],
  ['xhr', 'cors'],
])
