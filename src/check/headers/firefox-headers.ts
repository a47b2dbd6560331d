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

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'

const encodings = (trustworthy: boolean): string =>
  trustworthy ? 'gzip, deflate, br, zstd' : 'gzip, deflate'

/** Firefox compares the sites without their schemes here. */
const storageAccess = ({ trustworthy, includesCredentials, schemelesslyCrossSite }: Sending) =>
  trustworthy &&
  includesCredentials &&
  schemelesslyCrossSite &&
  (['Sec-Fetch-Storage-Access', 'none'] as const)

const metadata = ({ trustworthy, site }: Sending, mode: string): Pairs =>
  trustworthy
    ? [
        ['Sec-Fetch-Dest', 'empty'],
        ['Sec-Fetch-Mode', mode],
        ['Sec-Fetch-Site', site],
      ]
    : []

/** A conditional request bypasses the cache. */
const uncached = (names: readonly string[]): Pairs =>
  ['Pragma', 'Cache-Control'].flatMap((name) =>
    isConditional(names) && !names.some((one) => isName(one, name)) ? [[name, 'no-cache'] as const] : [],
  )

const preflight = (sending: SendingPreflight): Pairs =>
  listOf(
    ['User-Agent', USER_AGENT],
    ['Accept', '*/*'],
    ['Accept-Language', 'en-US,en;q=0.9'],
    ['Accept-Encoding', encodings(sending.trustworthy)],
    ['Access-Control-Request-Method', sending.method],
    [
      'Access-Control-Request-Headers',
      sending.unsafeNames.length === 0 ? null : sending.unsafeNames.join(','),
    ],
    ['Referer', sending.referrer],
    ['Origin', sending.origin],
    storageAccess(sending),
    ['Connection', 'keep-alive'],
    ...metadata(sending, 'cors'),
    ['Priority', 'u=4'],
    ...uncached(sending.unsafeNames),
  )

function actual(sending: SendingActual): Pairs {
  const { trustworthy, origin, referrer, mode, method, headers, length, cookie } = sending
  const own = (name: string, value: string): string => get(headers, name) ?? value
  const replaced = ['user-agent', 'accept', 'accept-language']
  const set = headers.filter(({ name }) => !replaced.some((one) => isName(name, one)))
  return listOf(
    ['User-Agent', own('User-Agent', USER_AGENT)],
    ['Accept', own('Accept', '*/*')],
    ['Accept-Language', own('Accept-Language', 'en-US,en;q=0.9')],
    ['Accept-Encoding', get(headers, 'Range') === null ? encodings(trustworthy) : 'identity'],
    ['Referer', referrer],
    ...set.map(({ name, value }) => [name, value] as const),
    length !== null && ['Content-Length', String(length)],
    ['Origin', origin],
    storageAccess(sending),
    ['Connection', 'keep-alive'],
    ['Cookie', cookie],
    ...metadata(sending, mode),
    ['Priority', 'u=4'],
    length === null && ['Content-Length', contentLength(method, length)],
    ...uncached(headers.map(({ name }) => name)),
  )
}

/** Firefox's headers, recorded by a plain TCP server. */
export const firefoxHeaders: BrowserHeaders = {
  measured: 'Firefox 153',
  preflight: (sending) => both(preflight(sending), 'OPTIONS', sending.url),
  actual: (sending) => both(actual(sending), sending.method, sending.url),
}

/** Over HTTP/2, its pseudo-headers come in another order, and it sends `te: trailers`. */
function both(http1: Pairs, method: string, url: string) {
  const { host = '', pathname = '', search = '', protocol = '' } = parseUrl(url) ?? {}
  const pseudo: Pairs = [
    [':method', method],
    [':path', `${pathname}${search}`],
    [':authority', host],
    [':scheme', protocol.slice(0, -1)],
  ]
  return { http1, http2: [...pseudo, ...http1, ['te', 'trailers'] as const] }
}
