import { get, type Header, type HeaderList } from '../fetch/header-list.ts'
import { PASTED } from '../har/recording.ts'
import type { PastedExchange } from './pasted-exchange.ts'

/** Something that a verdict needs, that the pasted text doesn't say, and that is assumed. */
export type Assumed = 'url' | 'origin' | 'method' | 'status'

/** The values that are assumed. */
export interface Assumptions {
  readonly url: string
  readonly origin: string
}

/** A recording in HAR format, and the assumptions in it. */
export interface PastedHar {
  readonly har: object
  readonly assumed: readonly Assumed[]
}

/** Converts pasted exchanges to a recording. */
export function harOfPasted(exchanges: readonly PastedExchange[], assumptions: Assumptions): PastedHar {
  const assumed = new Set<Assumed>()
  const origin = exchanges
    .map(({ requestHeaders }) => get(requestHeaders, 'Origin'))
    .find((one) => one !== null)
  const url = exchanges.map((exchange) => exchange.url).find((one) => one !== null)
  const entries = exchanges.map((exchange, i) => {
    if (exchange.url === null && url === undefined) assumed.add('url')
    if (exchange.method === null) assumed.add('method')
    if (exchange.response !== null && exchange.response.status === null) assumed.add('status')
    const added = originFor(exchange, origin ?? assumptions.origin)
    if (added.length > 0 && origin === undefined) assumed.add('origin')
    return entryOf(exchange, i, exchange.url ?? url ?? assumptions.url, added)
  })
  return {
    har: { log: { version: '1.2', creator: { name: PASTED, version: '' }, entries } },
    assumed: [...assumed],
  }
}

/** A same-origin request has no Origin header and needs none. */
function originFor({ requestHeaders }: PastedExchange, origin: string): readonly Header[] {
  const isKnown = ['Origin', 'Referer'].some((name) => get(requestHeaders, name) !== null)
  const site = get(requestHeaders, 'Sec-Fetch-Site')
  return isKnown || site === 'same-origin' || site === 'none' ? [] : [{ name: 'Origin', value: origin }]
}

function entryOf(
  { method, requestHeaders, response }: PastedExchange,
  index: number,
  url: string,
  added: HeaderList,
): object {
  return {
    // The text has no times, only an order.
    startedDateTime: new Date(index * BETWEEN).toISOString(),
    time: BETWEEN / 2,
    request: {
      method: method ?? 'GET',
      url,
      httpVersion: '',
      headers: [...requestHeaders, ...added],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: response === null ? 0 : (response.status ?? 200),
      statusText: response?.statusText ?? '',
      httpVersion: '',
      headers: response?.headers ?? [],
      cookies: [],
      content: { size: -1, mimeType: get(response?.headers ?? [], 'Content-Type') ?? '' },
      redirectURL: get(response?.headers ?? [], 'Location') ?? '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: BETWEEN / 2, receive: 0 },
  }
}

/** Milliseconds between requests. */
const BETWEEN = 100
