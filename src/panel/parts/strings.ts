import type { CheckState, Demand, Generator, GrantedTo, PolicyKey, VerdictType } from '../../internal.ts'
import { maxAgeLimit, plural } from '../../internal.ts'

/** The words of a verdict and the sign that stands before them. */
export const verdictWords: Record<VerdictType, { readonly sign: string; readonly word: string }> = {
  blocked: { sign: '✕', word: 'Blocked' },
  unexplained: { sign: '!', word: 'Failed' },
  depends: { sign: '?', word: 'Depends' },
  'cannot-tell': { sign: '?', word: 'Can’t tell' },
  shared: { sign: '✓', word: 'Shared' },
  'not-cors': { sign: '·', word: 'Not CORS' },
}

export const checkWords: Record<CheckState, { readonly sign: string; readonly word: string }> = {
  passed: { sign: '✓', word: 'passed' },
  failed: { sign: '✕', word: 'failed' },
  'not reached': { sign: '–', word: 'not reached' },
  'not needed': { sign: '·', word: 'not needed' },
  unknown: { sign: '?', word: 'unknown' },
}

export const demandWords: Record<Demand['state'], { readonly sign: string; readonly word: string }> = {
  granted: { sign: '✓', word: 'granted' },
  refused: { sign: '✕', word: 'refused' },
  'not needed': { sign: '·', word: 'not needed' },
  depends: { sign: '?', word: 'depends' },
  unknown: { sign: '?', word: 'unknown' },
}

export const askedWords: Record<Demand['what'], string> = {
  origin: 'Origin',
  credentials: 'Credentials',
  status: 'Status',
  method: 'Method',
  header: 'Header',
}

/** The kinds of server that configuration is written for. */
export const kindWords: Record<Generator['kind'], string> = {
  app: 'In the app',
  'web server': 'In a web server or proxy',
  cloud: 'In a cloud’s settings',
  product: 'In a product’s settings',
  'dev server': 'In a development server',
}

/** The parts of a policy, as labels of its fields. */
export const fieldWords: Record<PolicyKey, string> = {
  origins: 'Origins, one per line',
  methods: 'Methods',
  headers: 'Request headers',
  exposed: 'Response headers that pages may read',
  credentials: 'With credentials (cookies, HTTP logins)',
  'max-age': `Seconds that a preflight is kept (Chrome: ${maxAgeLimit('chromium')} at most, Safari: ${maxAgeLimit('webkit')})`,
}

/** What is granted, before its value. */
export const grantedWords: Record<GrantedTo['part'], string> = {
  origins: 'Origin',
  methods: 'Method',
  headers: 'Header',
  exposed: 'Readable',
  credentials: 'Credentials',
}

/** The words around an explanation. What is said about a request comes from the core, and the command line says it too. */
export const strings = {
  watch: 'Reload and watch',
  // Detail
  detail: 'Explanation',
  back: 'Back to the list',
  entry: (number: number): string => `entry ${number}`,
  preflightResponse: 'response to the preflight',
  actualResponse: 'response',
  isNow: 'now',
  shouldBe: 'should be',
  milliseconds: (time: number): string =>
    time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`,
  guilty: 'this line decides',
  grants: 'Asked and granted',
  thePageNeeds: 'the page needs',
  theServerGranted: 'the server granted',
  outcome: 'outcome',
  noHeader: (name: string): string => `no ${name}`,
  notRecorded: 'not recorded',
  nothing: '–',
  credentialsInclude: 'include',
  credentialsNone: 'none are sent',
  credentialsUnknown: 'not known',
  source: (field: string): string => `seen in ${field}`,
  originParts: 'Why it is cross-origin',
  page: 'page',
  same: 'same',
  differs: 'differs',
  parts: { scheme: 'Scheme', host: 'Host', port: 'Port' },
  checks: 'Every check',
  checkCounts: (passed: number, failed: number): string => `${passed} passed, ${failed} failed`,
  beforeSending: 'Before anything is sent',
  preflightHop: 'Response to the preflight',
  actualHop: 'Response',
  redirectHop: (hop: number): string => `after redirect ${hop}`,
  watchOffer:
    'Reload and watch the page to learn the credentials mode: the page is loaded again, and each fetch and XMLHttpRequest of its main frame is noted.',
  browser: 'browser',
  console: 'what its console says',
  fix: 'Fix',
  fixHint: 'Go to the configuration that mends it',
  server: 'Server',
  fixFor: 'For which requests',
  wholeApi: (count: number): string => `All ${plural(count, 'request', 'requests')} to this API`,
  thisRequest: 'This request',
  editPolicy: 'Edit policy',
  edited: '(edited)',
  asAsked: 'Back to what the requests ask',
  noSnippet: (title: string): string => `No configuration for ${title}:`,
  documentation: 'documentation',
  copySnippet: 'Copy configuration',
  notYours: 'Not your server?',
  notYoursText:
    'Then have the page ask its own server, which asks the API: between servers there is no CORS, and to the browser all is of one origin.',
  proxy: 'The page’s server',
  serves: { developers: 'development', users: 'production too' },
  notInstead: 'What not to do, and why',
  askInstead: 'The page then asks',
  insteadOf: 'instead of',
  where: 'Where it goes',
  removeFirst: 'Remove first',
  mind: 'Mind',
  howToCheck: 'How to check it',
  asHeaders: 'As header lines',
  whoAsked: 'Who asked for what',
  nobodyAsked: 'nobody in this recording',
  allowedToday: 'allowed today',
  more: (count: number): string => `${count.toLocaleString('en')} more`,
  headers: 'Raw headers',
  requestHeaders: 'request',
  responseHeaders: 'response',
  nothingRecorded: 'no headers were recorded',
  initiator: 'Called from',
  openSource: 'Open in Sources',
  // Copy
  copy: 'Copy',
  copyMenu: 'Copy or save',
  copyMarkdown: 'Copy explanation as Markdown',
  copyPreflight: 'Copy preflight as curl',
  copyActual: 'Copy request as curl',
  copyJson: 'Copy JSON report',
  saveHar: 'Save exchange as HAR',
  withSecrets: 'Include secrets',
  withSecretsHint: 'Cookies, tokens and passwords are masked unless you tick this. It holds for one copy.',
  copied: 'Copied',
  saved: 'Saved',
  copyFailed: 'The browser refused the copy',
}
