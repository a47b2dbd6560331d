import type { Exchange } from '../evidence/exchange.ts'
import { type Fact, known } from '../evidence/fact.ts'
import type { HarEntry } from '../har/har-entry.ts'

const PAGE = 'https://app.example'
const URL = 'https://api.example/items'

const entry: HarEntry = {
  file: 0,
  index: 0,
  started: null,
  time: null,
  page: null,
  ofPage: true,
  request: {
    method: 'GET',
    url: URL,
    headers: [{ name: 'Origin', value: PAGE }],
    onTheWire: true,
    hasCookies: false,
    cookieValues: [],
    headersSize: null,
  },
  response: {
    status: 200,
    statusText: '',
    headers: [],
    redirectUrl: '',
    mimeType: '',
    contentSize: null,
    errorBody: null,
    headersSize: null,
  },
  vendor: {
    resourceType: 'fetch',
    initiator: null,
    error: undefined,
    fromCache: null,
    viaServiceWorker: false,
    securityState: null,
    noTimings: false,
    queued: null,
    serverAddress: null,
  },
}

const fact = <T>(value: T): Fact<T> => known(value, { entry: 0, field: 'what-if', value: String(value) })

/** A fetch by an example page, to start from if there is no recording. Its response has no CORS headers. */
export const emptyExchange: Exchange = {
  recording: {
    file: 0,
    name: 'what if',
    creator: 'whycors',
    browser: 'unknown',
    recordsPreflights: true,
    recordsFailures: true,
    recordsBlockedHeaders: true,
    sentByBrowser: false,
    recordsOutcomes: true,
    opened: [],
  },
  chain: [{ actual: entry, preflight: null, standIn: null }],
  url: URL,
  method: 'GET',
  facts: {
    credentialsMode: fact('same-origin'),
    mode: fact('cors'),
    origin: fact(PAGE),
    preflightNeeded: fact(false),
    headerList: fact([]),
    useCorsPreflightFlag: false,
  },
  observed: { outcome: 'unknown', elsewhere: false, source: null },
  cachedPreflight: null,
  redirectedByExtension: null,
}
