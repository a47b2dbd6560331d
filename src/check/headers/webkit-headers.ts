import { get, isName } from '../../fetch/header-list.ts'
import { parseUrl } from '../../parse-url.ts'
import {
  type BrowserHeaders,
  contentLength,
  isConditional,
  listOf,
  type Pairs,
  type Sending,
  type SendingActual,
  type SendingPreflight,
} from './sent-headers.ts'

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/60.5 Safari/605.1.15'

const LANGUAGE = 'en-US,en;q=0.9'

const encodings = (trustworthy: boolean): string => (trustworthy ? 'gzip, deflate, br' : 'gzip, deflate')

const hostOf = ({ url }: Sending): string => parseUrl(url)?.host ?? ''

const preflight = (sending: SendingPreflight): Pairs => {
  const { trustworthy, origin, referrer, site, method, unsafeNames } = sending
  return listOf(
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ['Referer', referrer],
    ['Access-Control-Request-Headers', unsafeNames.length === 0 ? null : unsafeNames.join(',')],
    ['User-Agent', USER_AGENT],
    ['Accept', '*/*'],
    ['Accept-Encoding', encodings(trustworthy)],
    ['Accept-Language', LANGUAGE],
    ['Connection', 'Keep-Alive'],
    ['Host', hostOf(sending)],
    trustworthy && ['Sec-Fetch-Mode', 'cors'],
    trustworthy && ['Sec-Fetch-Dest', 'empty'],
    trustworthy && ['Sec-Fetch-Site', site],
  )
}

/** Headers that libsoup knows come first, in the page's order; the page's other ones last. */
const KNOWN =
  /^(accept|accept-language|authorization|cache-control|content-(language|type)|if-(match|modified-since|none-match|range|unmodified-since)|pragma|range|user-agent)$/i

function actual(sending: SendingActual): Pairs {
  const { trustworthy, origin, referrer, site, mode, method, headers, length, cookie } = sending
  const set = (name: string): boolean => headers.some((header) => isName(header.name, name))
  const uncached = isConditional(headers.map(({ name }) => name))
  const ofPage = (known: boolean): Pairs =>
    headers.flatMap(({ name, value }) => (KNOWN.test(name) === known ? [[name, value] as const] : []))
  const isSameOrigin = site === 'same-origin'
  return listOf(
    ...ofPage(true),
    !isSameOrigin && ['Origin', origin],
    ['Referer', referrer],
    !set('Accept') && ['Accept', '*/*'],
    isSameOrigin && ['Origin', origin],
    !set('User-Agent') && ['User-Agent', USER_AGENT],
    length !== null && ['Content-Length', String(length)],
    uncached && !set('Pragma') && ['Pragma', 'no-cache'],
    uncached && !set('Cache-Control') && ['Cache-Control', 'no-cache'],
    ['Accept-Encoding', get(headers, 'Range') === null ? encodings(trustworthy) : 'identity'],
    !set('Accept-Language') && ['Accept-Language', LANGUAGE],
    ['Connection', 'Keep-Alive'],
    ['Host', hostOf(sending)],
    ['Cookie', cookie],
    length === null && ['Content-Length', contentLength(method, length)],
    trustworthy && ['Sec-Fetch-Dest', 'empty'],
    trustworthy && ['Sec-Fetch-Mode', mode],
    trustworthy && ['Sec-Fetch-Site', site],
    ...ofPage(false),
  )
}

/** WebKitGTK, as its bytes were recorded by a plain TCP server. Safari's own order isn't measured. */
export const webkitHeaders: BrowserHeaders = {
  measured: 'WebKitGTK 2.50',
  preflight: (sending) => both(preflight(sending)),
  actual: (sending) => both(actual(sending)),
}

const both = (pairs: Pairs) => ({ http1: pairs, http2: pairs })
