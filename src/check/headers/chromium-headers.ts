import { get, isName } from '../../fetch/header-list.ts'
import {
  type BrowserHeaders,
  contentLength,
  isConditional,
  listOf,
  type Pairs,
  type SendingActual,
  type SendingPreflight,
} from './sent-headers.ts'

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

/** The hints that Chromium sends to every secure host. https://wicg.github.io/client-hints-infrastructure/ */
const HINTS = {
  platform: ['sec-ch-ua-platform', '"Linux"'],
  brands: ['sec-ch-ua', '"Not:A-Brand";v="8", "Chromium";v="156"'],
  mobile: ['sec-ch-ua-mobile', '?0'],
} as const

const encodings = (trustworthy: boolean): string =>
  trustworthy ? 'gzip, deflate, br, zstd' : 'gzip, deflate'

function preflight(sending: SendingPreflight): Pairs {
  const { trustworthy, origin, referrer, site, method, unsafeNames } = sending
  return listOf(
    ['Connection', 'keep-alive'],
    // A conditional request bypasses the cache.
    isConditional(unsafeNames) && ['Cache-Control', 'max-age=0'],
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', unsafeNames.length === 0 ? null : unsafeNames.join(',')],
    ['Origin', origin],
    ['User-Agent', USER_AGENT],
    // Unlike the other two, not only for secure hosts.
    ['Sec-Fetch-Mode', 'cors'],
    trustworthy && ['Sec-Fetch-Site', site],
    trustworthy && ['Sec-Fetch-Dest', 'empty'],
    ['Referer', referrer],
    ['Accept-Encoding', encodings(trustworthy)],
    ['Accept-Language', 'en-US,en;q=0.9'],
  )
}

function actual(sending: SendingActual): Pairs {
  const { trustworthy, origin, referrer, site, mode, method, headers, length, cookie } = sending
  const own = (name: string, value: string): string => get(headers, name) ?? value
  const ownLast = ['accept', 'accept-language', 'range']
  const set = headers.filter(({ name }) => !ownLast.some((last) => isName(name, last)))
  const language = get(headers, 'Accept-Language')
  // They are added when the request starts, and removed on a redirect to an insecure URL.
  const hints = trustworthy && sending.startsTrustworthy
  return listOf(
    ['Connection', 'keep-alive'],
    ['Content-Length', contentLength(method, length)],
    isConditional(headers.map(({ name }) => name)) &&
      get(headers, 'Cache-Control') === null && ['Cache-Control', 'max-age=0'],
    hints && HINTS.platform,
    // It's elsewhere if the page sets it.
    ['Accept-Language', language],
    ['User-Agent', USER_AGENT],
    hints && HINTS.brands,
    // Chromium keeps the page's own headers in a hash table, so their order isn't predictable; this is close.
    ...set
      .filter(({ name }) => isName(name, 'Content-Type'))
      .map(({ name, value }) => [name, value] as const),
    hints && HINTS.mobile,
    ...set
      .filter(({ name }) => !isName(name, 'Content-Type'))
      .map(({ name, value }) => [name, value] as const),
    ['Accept', own('Accept', '*/*')],
    ['Origin', origin],
    trustworthy && ['Sec-Fetch-Site', site],
    trustworthy && ['Sec-Fetch-Mode', mode],
    trustworthy && ['Sec-Fetch-Dest', 'empty'],
    trustworthy &&
      sending.includesCredentials &&
      sending.isCrossSite && ['Sec-Fetch-Storage-Access', 'active'],
    ['Referer', referrer],
    // A part of a compressed response couldn't be decompressed.
    ['Accept-Encoding', get(headers, 'Range') === null ? encodings(trustworthy) : 'identity'],
    language === null && ['Accept-Language', 'en-US,en;q=0.9'],
    ['Range', get(headers, 'Range')],
    ['Cookie', cookie],
  )
}

/** Chromium's headers, recorded by a plain TCP server. */
export const chromiumHeaders: BrowserHeaders = {
  measured: 'Chromium 156',
  preflight: (sending) => both(preflight(sending)),
  actual: (sending) => both(actual(sending)),
}

/** Over HTTP/2, `priority` comes last. https://www.rfc-editor.org/rfc/rfc9218 */
const both = (http1: Pairs) => ({ http1, http2: [...http1, ['priority', 'u=1, i'] as const] })
