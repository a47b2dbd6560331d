import type { EngineId } from '../src/engines/engine.ts'
import { exchangesOf } from '../src/evidence/exchanges-of.ts'
import { readHarText } from '../src/har/read-har.ts'
import { judge } from '../src/verdict/judge.ts'
import type { Verdict } from '../src/verdict/verdict.ts'

/**
 * What an entry of a made-up recording shows. Headers are given as an object; a list as value makes one header
 * line per item, and null takes a header away that the browser would have sent.
 */
export interface EntryDescription {
  readonly url?: string
  readonly method?: string
  /** The origin of the page that asks: https://app.example unless told. */
  readonly page?: string
  /** Milliseconds after the recording's begin. */
  readonly at?: number
  readonly time?: number
  /** 0 where no response was recorded; 200 unless told. */
  readonly status?: number
  readonly request?: HeaderRecord
  readonly response?: HeaderRecord
  /** What Chrome writes into `_error`; null, no error, unless told. */
  readonly error?: string | null
  /** Chrome's `_resourceType`. */
  readonly type?: string
  readonly mode?: string
  /** "include" leaves the trace that browsers leave of it. */
  readonly credentials?: 'include'
  /** Header names that a preflight asks leave for. */
  readonly asks?: string
  /** More fields of the entry itself: `_fromCache`, `_initiator`, `serverIPAddress`. */
  readonly fields?: Readonly<Record<string, unknown>>
}

export type HeaderRecord = Readonly<Record<string, string | readonly string[] | null>>

const URL_UNLESS_TOLD = 'https://api.test/items'
const PAGE_UNLESS_TOLD = 'https://app.example'
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'

/** Returns an entry as Chrome writes it; without a response only the headers that it knows before it sends. */
export function chromeEntry(entry: EntryDescription): object {
  const { page = PAGE_UNLESS_TOLD, status = 200 } = entry
  const hints = /^https:/.test(page) ? { 'sec-ch-ua': '"Chromium";v="156"' } : {}
  const provisional = { 'User-Agent': CHROME, Referer: `${page}/`, ...hints }
  const frame = { url: `${page}/app.js`, lineNumber: 0, columnNumber: 0 }
  return chrome(
    { type: 'fetch', ...entry },
    status === 0 ? provisional : { ...provisional, Accept: '*/*', ...onTheWire(entry) },
    { type: 'script', stack: { callFrames: [frame] } },
  )
}

/** Returns the preflight that Chrome sends for an actual request of the given method. */
export function chromePreflight(entry: EntryDescription): object {
  const asking = preflightOf(entry)
  // Chrome knows all the headers of a preflight, sent or not.
  const initiator = { type: 'preflight', url: entry.url ?? URL_UNLESS_TOLD }
  return chrome({ ...asking, type: 'preflight' }, { 'User-Agent': CHROME, ...onTheWire(asking) }, initiator)
}

const chrome = (entry: EntryDescription, headers: HeaderRecord, initiator: object): object => ({
  ...common(entry, headers),
  _initiator: initiator,
  _resourceType: entry.type,
  response: { ...responseOf(entry, entry.status ?? 200), _error: entry.error ?? null },
  ...entry.fields,
})

/** How Firefox shows what became of a connection; `neverSent` for a request that did not leave the browser. */
export interface FirefoxDescription extends EntryDescription {
  readonly securityState?: string
  readonly neverSent?: boolean
}

/** Returns an entry as Firefox writes it: every request header, no error, and a security state. */
export function firefoxEntry(entry: FirefoxDescription): object {
  const { page = PAGE_UNLESS_TOLD, status = 200, neverSent = false, fields } = entry
  const made = { 'User-Agent': FIREFOX, Referer: `${page}/`, Connection: 'keep-alive', ...onTheWire(entry) }
  const began = { Host: hostOf(entry), 'User-Agent': FIREFOX, Referer: `${page}/`, Origin: page }
  const plain = common(entry, neverSent ? began : made)
  const response = responseOf(entry, status)
  if (neverSent)
    return { ...plain, request: { ...plain.request, headersSize: 0 }, response, timings: {}, ...fields }
  return {
    ...plain,
    request: { ...plain.request, headersSize: 420 },
    response,
    timings: { blocked: 0, send: 0, wait: 1, receive: 0 },
    _securityState: entry.securityState ?? 'secure',
    serverIPAddress: '192.0.2.1',
    ...fields,
  }
}

/** Returns the preflight that Firefox sends for an actual request of the given method. */
export const firefoxPreflight = (entry: FirefoxDescription): object => firefoxEntry(preflightOf(entry))

/** Returns the text of a HAR file. The creator is Chrome's unless told; Firefox's is "Firefox". */
export const harText = (entries: readonly object[], creator = 'WebInspector'): string =>
  JSON.stringify({ log: { version: '1.2', creator: { name: creator, version: '1' }, entries } })

/**
 * Returns the verdicts on the fetches of a recording, as the product comes to them, in the order of time: those of the
 * browser that made it, unless an engine is given.
 */
export function verdictsOf(
  entries: readonly object[],
  creator?: string,
  engine: EngineId | null = null,
): readonly Verdict[] {
  const read = readHarText(harText(entries, creator), 0, 'test.har')
  return exchangesOf(read.recording, read.entries).map((exchange) =>
    judge(exchange, { engine, show: (value) => value }),
  )
}

const hostOf = ({ url = URL_UNLESS_TOLD }: EntryDescription): string => new URL(url).host

function onTheWire(entry: EntryDescription): HeaderRecord {
  const { page = PAGE_UNLESS_TOLD, mode = 'cors', credentials, method = 'GET' } = entry
  const isSecure = /^https:/.test(entry.url ?? URL_UNLESS_TOLD)
  return {
    Host: hostOf(entry),
    ...(mode === 'no-cors' && method === 'GET' ? {} : { Origin: page }),
    ...(isSecure
      ? { 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'empty' }
      : {}),
    ...(isSecure && credentials === 'include' ? { 'Sec-Fetch-Storage-Access': 'active' } : {}),
  }
}

/** A preflight is answered with 204 unless told, and starts just after the request that it is for. */
const preflightOf = <Description extends EntryDescription>(entry: Description): Description => ({
  ...entry,
  at: (entry.at ?? 0) + 1,
  status: entry.status ?? 204,
  method: 'OPTIONS',
  request: {
    'Access-Control-Request-Method': entry.method ?? 'PUT',
    ...(entry.asks === undefined ? {} : { 'Access-Control-Request-Headers': entry.asks }),
    ...entry.request,
  },
})

const common = (entry: EntryDescription, headers: HeaderRecord) => ({
  startedDateTime: new Date(Date.UTC(2026, 0, 1) + (entry.at ?? 0)).toISOString(),
  time: entry.time ?? 20,
  request: {
    method: entry.method ?? 'GET',
    url: entry.url ?? URL_UNLESS_TOLD,
    headers: lines({ ...headers, ...entry.request }),
    cookies: [],
  },
})

const responseOf = ({ response = {} }: EntryDescription, status: number) => ({
  status,
  statusText: '',
  headers: lines(response),
  redirectURL: '',
  content: { size: 0, mimeType: '' },
})

const lines = (record: HeaderRecord): readonly { name: string; value: string }[] =>
  Object.entries(record).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (value === null ? [] : [{ name, value: String(value) }])),
  )
