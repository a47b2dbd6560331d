import { engines } from '../engines/index.ts'
import type { PreflightRequest } from '../fetch/cors-preflight-fetch.ts'
import { combined, get, type HeaderList, isName } from '../fetch/header-list.ts'
import { isSameOrigin, originOf, serializeRequestOrigin } from '../fetch/origin.ts'
import { currentUrl, type FetchRequest } from '../fetch/request.ts'
import { corsUnsafeRequestHeaders } from '../fetch/request-headers.ts'
import { isPotentiallyTrustworthy } from '../knowledge/hosts.ts'
import { isSchemelesslySameSite } from '../knowledge/site.ts'
import { parseUrl } from '../parse-url.ts'
import type { CheckRequest } from './check-request.ts'
import { browserHeaders } from './headers/browser-headers-of.ts'
import type { Pairs, SendingActual, SendingPreflight, SentHeaders } from './headers/sent-headers.ts'
import type { WireRequest } from './wire.ts'

/** Returns a CORS-preflight request as the browser sends it, with only its own URL of a redirect chain. */
export function wireOfPreflight(request: PreflightRequest, asked: CheckRequest): WireRequest {
  const sending: SendingPreflight = {
    ...sendingOf([request.url], asked),
    origin: request.origin,
    mode: 'cors',
    method: request.method,
    unsafeNames:
      asked.engine === 'firefox' ? repeated(request.unsafeHeaderNames, asked) : request.unsafeHeaderNames,
  }
  const headers = browserHeaders[asked.engine].preflight(sending)
  // WebKit's preflight says so itself if the page sets another one.
  const own = asked.engine === 'webkit' ? asked.headers.filter(({ name }) => isName(name, 'User-Agent')) : []
  const ofBrowser = [...own, ...asked.ofBrowser.filter(({ name }) => get(own, name) === null)]
  return {
    method: 'OPTIONS',
    url: withoutFragment(request.url),
    body: null,
    ...filledIn(headers, ofBrowser),
  }
}

/** Firefox judges each header line separately, and lists a name for each of its lines that needs permission. */
const repeated = (names: readonly string[], { headers }: CheckRequest): readonly string[] => {
  const unsafe = corsUnsafeRequestHeaders(headers, engines.firefox.implementation)
  return names.flatMap((name) =>
    Array<string>(Math.max(1, unsafe.filter(({ header }) => isName(header.name, name)).length)).fill(name),
  )
}

/** Returns an actual request as the browser sends it. */
export function wireOfActual(request: FetchRequest, asked: CheckRequest): WireRequest {
  const url = currentUrl(request)
  // A redirect that changed the method removed the body.
  const hasBody = asked.body !== null && (request.urlList.length === 1 || request.method !== 'GET')
  const body = hasBody ? new TextEncoder().encode(asked.body ?? '') : null
  const sending: SendingActual = {
    ...sendingOf(request.urlList, asked),
    origin: originHeader(request, asked),
    mode: request.mode,
    method: request.method,
    headers: combined(request.headerList),
    length: body === null ? null : body.length,
    cookie: sendsCookies(request) && isSameHost(url, asked.url) ? asked.cookie : null,
  }
  const headers = browserHeaders[asked.engine].actual(sending)
  // Headers that the page set are kept.
  const ofBrowser = asked.ofBrowser.filter(({ name }) => get(request.headerList, name) === null)
  return { method: request.method, url: withoutFragment(url), body, ...filledIn(headers, ofBrowser) }
}

function sendingOf(urls: readonly string[], asked: CheckRequest) {
  const url = urls[urls.length - 1] ?? asked.url
  const trustworthy = isPotentiallyTrustworthy(url)
  const isPage = /^https?:/.test(asked.origin)
  // https://w3c.github.io/webappsec-referrer-policy/#referrer-policy-strict-origin-when-cross-origin
  const hasReferrer = isPage && !asked.noReferrer && (trustworthy || !isPotentiallyTrustworthy(asked.origin))
  return {
    url,
    trustworthy,
    referrer: hasReferrer ? `${asked.origin}/` : null,
    startsTrustworthy: isPotentiallyTrustworthy(asked.url),
    site: siteOf(asked.origin, urls),
    isCrossSite: siteOf(asked.origin, [url]) === 'cross-site',
    schemelesslyCrossSite: !isPage || urls.every((one) => !isSchemelesslySameSite(one, asked.origin)),
    includesCredentials: asked.credentials === 'include',
  } as const
}

/** Returns the value of `Sec-Fetch-Site`. https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-set-site */
function siteOf(origin: string, urls: readonly string[]): SendingActual['site'] {
  let site: SendingActual['site'] = 'same-origin'
  for (const url of urls) {
    if (isSameOrigin(originOf(url), origin)) continue
    site = 'same-site'
    const schemes = [url, origin].map((one) => parseUrl(one)?.protocol)
    if (schemes[0] !== schemes[1] || !isSchemelesslySameSite(url, origin)) return 'cross-site'
  }
  return site
}

/** https://fetch.spec.whatwg.org/#append-a-request-origin-header */
function originHeader(request: FetchRequest, { noReferrer, engine }: CheckRequest): string | null {
  const { mode, method, origin, urlList } = request
  const serialized = serializeRequestOrigin(origin, urlList)
  const isCrossOrigin = urlList.some((url) => !isSameOrigin(originOf(url), origin))
  if (isCrossOrigin && mode === 'cors') return serialized
  if (method === 'GET' || method === 'HEAD') return null
  const isDowngrade = /^https:/.test(origin) && !/^https:/i.test(currentUrl(request))
  // Whatever the standard says, no browser hides it from the page's own origin.
  const hides = noReferrer && (engine === 'spec' || isCrossOrigin)
  return hides || isDowngrade ? 'null' : serialized
}

/** https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, step 8.4: "includeCredentials" */
const sendsCookies = ({ credentialsMode, origin, urlList }: FetchRequest): boolean =>
  credentialsMode === 'include' ||
  (credentialsMode === 'same-origin' && urlList.every((url) => isSameOrigin(originOf(url), origin)))

/** The cookies belong to one host; the hosts of redirects have others, or none. */
const isSameHost = (a: string, b: string): boolean => parseUrl(a)?.hostname === parseUrl(b)?.hostname

/** Applies the headers that the given browser is known to send differently from the table. */
function filledIn({ http1, http2 }: SentHeaders, ofBrowser: HeaderList) {
  const filled = (pairs: Pairs): Pairs =>
    pairs.map(([name, value]) => [name, get(ofBrowser, name) ?? value] as const)
  return { headers: filled(http1), http2Headers: filled(http2) }
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return hash < 0 ? url : url.slice(0, hash)
}
