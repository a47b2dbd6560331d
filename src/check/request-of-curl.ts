import type { CurlRequest } from '../curl/curl-request.ts'
import type { EngineId } from '../engines/engine.ts'
import { asciiLower, get, type HeaderList } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import { isForbiddenRequestHeader } from '../fetch/request-headers.ts'
import { clientHint } from '../knowledge/client-hints.ts'
import type { CheckRequest } from './check-request.ts'

/** The page's request in a curl command; null: the command doesn't say. */
export interface RequestOfCurl
  extends Pick<CheckRequest, 'url' | 'method' | 'headers' | 'body' | 'cookie' | 'credentials' | 'ofBrowser'> {
  readonly origin: string | null
  readonly mode: CheckRequest['mode'] | null
  readonly engine: EngineId | null
  /** The files with the body; they aren't read. */
  readonly files: readonly string[]
  readonly insecure: boolean
}

/**
 * Returns the page's request in a browser's "Copy as cURL": what the page set, and separately what the browser added. Its
 * origin comes from `Origin` or `Referer`; cookies mean that it was made with credentials.
 */
export function requestOfCurl({ url, method, headers, body, files, insecure }: CurlRequest): RequestOfCurl {
  const cookie = get(headers, 'Cookie')
  const hasCredentials = cookie !== null || get(headers, 'Sec-Fetch-Storage-Access') !== null
  const ofCache = isOfDisabledCache(headers)
  const isOfBrowser = (name: string): boolean =>
    ADDED.has(asciiLower(name)) ||
    clientHint(name) !== null ||
    (ofCache && /^(cache-control|pragma)$/i.test(name))
  return {
    url,
    method,
    headers: headers.filter((header) => !isOfBrowser(header.name) && !isForbiddenRequestHeader(header)),
    body,
    cookie,
    credentials: hasCredentials ? 'include' : 'same-origin',
    ofBrowser: headers.filter(({ name }) => isOfBrowser(name) || /^sec-ch-ua/i.test(name)),
    origin: originIn(headers),
    mode: modeIn(headers),
    engine: engineOf(get(headers, 'User-Agent') ?? ''),
    files,
    insecure,
  }
}

/** Headers that browsers add to pages' requests, in addition to those that pages may not set. */
const ADDED = new Set(['accept-language', 'priority', 'upgrade-insecure-requests', 'user-agent'])

/** With "Disable cache", DevTools adds both. */
const isOfDisabledCache = (headers: HeaderList): boolean =>
  get(headers, 'Cache-Control') === 'no-cache' && get(headers, 'Pragma') === 'no-cache'

function originIn(headers: HeaderList): string | null {
  const origin = get(headers, 'Origin')
  if (origin !== null) return origin
  const referrer = originOf(get(headers, 'Referer') ?? '')
  return referrer === 'null' ? null : referrer
}

function modeIn(headers: HeaderList): CheckRequest['mode'] | null {
  const mode = get(headers, 'Sec-Fetch-Mode')
  return mode === 'cors' || mode === 'no-cors' || mode === 'same-origin' ? mode : null
}

function engineOf(userAgent: string): EngineId | null {
  if (/\bFirefox\//.test(userAgent)) return 'firefox'
  if (/\bChrome\//.test(userAgent)) return 'chromium'
  return /\bAppleWebKit\//.test(userAgent) ? 'webkit' : null
}
