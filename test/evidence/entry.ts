import type { HarEntry, HarRequest, HarResponse, Recording, VendorFields } from '../../src/har/har-entry.ts'
import { API, headers, PAGE } from '../fetch/records.ts'

/** What a test says of an entry; all else is as for a plain GET of the page that was answered with 200. */
export interface Given {
  readonly index?: number
  readonly started?: number | null
  readonly time?: number | null
  readonly method?: string
  readonly url?: string
  readonly sent?: readonly string[]
  readonly status?: number
  readonly received?: readonly string[]
  readonly request?: Partial<HarRequest>
  readonly response?: Partial<HarResponse>
  readonly vendor?: Partial<VendorFields>
}

/** Returns an entry; `index` is what tells entries apart. */
export const entry = (given: Given = {}): HarEntry => ({
  file: 0,
  index: given.index ?? 0,
  started: given.started === undefined ? 1_000 : given.started,
  time: given.time === undefined ? 10 : given.time,
  request: {
    method: given.method ?? 'GET',
    url: given.url ?? API,
    headers: headers(...(given.sent ?? [`Origin: ${PAGE}`])),
    onTheWire: true,
    cookieValues: [],
    hasCookies: (given.sent ?? []).some((line) => /^cookie:/i.test(line)),
    headersSize: null,
    ...given.request,
  },
  response: {
    status: given.status ?? 200,
    statusText: '',
    headers: headers(...(given.received ?? [])),
    redirectUrl: '',
    mimeType: '',
    contentSize: null,
    errorBody: null,
    headersSize: null,
    ...given.response,
  },
  page: null,
  ofPage: false,
  vendor: {
    resourceType: null,
    initiator: null,
    error: undefined,
    fromCache: null,
    viaServiceWorker: false,
    securityState: null,
    noTimings: false,
    queued: null,
    serverAddress: null,
    ...given.vendor,
  },
})

/** Returns the CORS-preflight request for a method and header names, answered with 204. */
export const preflight = (method: string, given: Given & { readonly names?: string } = {}): HarEntry =>
  entry({
    status: 204,
    ...given,
    method: 'OPTIONS',
    sent: given.sent ?? [
      `Origin: ${PAGE}`,
      `Access-Control-Request-Method: ${method}`,
      ...(given.names === undefined ? [] : [`Access-Control-Request-Headers: ${given.names}`]),
    ],
    received: given.received ?? [
      `Access-Control-Allow-Origin: ${PAGE}`,
      `Access-Control-Allow-Methods: ${method}`,
      ...(given.names === undefined ? [] : [`Access-Control-Allow-Headers: ${given.names}`]),
    ],
  })

const recording = (parts: Partial<Recording>): Recording => ({
  file: 0,
  name: 'test.har',
  creator: '',
  browser: 'unknown',
  recordsPreflights: true,
  recordsFailures: true,
  recordsBlockedHeaders: true,
  sentByBrowser: true,
  recordsOutcomes: true,
  opened: [],
  ...parts,
})

export const chrome = recording({ creator: 'WebInspector 537.36', browser: 'chromium' })
export const firefox = recording({ creator: 'Firefox 153', browser: 'firefox' })
export const playwright = recording({
  creator: 'Playwright 1.50',
  browser: 'chromium',
  recordsPreflights: false,
  recordsBlockedHeaders: false,
  sentByBrowser: true,
  recordsOutcomes: true,
})
export const chromeHar = recording({ creator: 'chrome-har', browser: 'chromium', recordsFailures: false })
export const proxy = recording({ creator: 'mitmproxy' })
