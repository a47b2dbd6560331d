import type { CheckState, Demand, Generator, GrantedTo, PolicyKey, VerdictType } from '../../internal.ts'
import { maxAgeLimit, plural } from '../../internal.ts'
import type { Show } from './show.ts'

/** The words of a verdict and the sign that stands before them. */
export const verdictWords: Record<VerdictType, { readonly sign: string; readonly word: string }> = {
  blocked: { sign: '✕', word: 'Blocked' },
  unexplained: { sign: '!', word: 'Failed' },
  depends: { sign: '?', word: 'Depends' },
  'cannot-tell': { sign: '?', word: 'Can’t tell' },
  shared: { sign: '✓', word: 'Shared' },
  'not-cors': { sign: '·', word: 'Not CORS' },
}

export const showWords: Record<Show, string> = {
  blocked: 'Blocked',
  depends: 'Depends',
  shared: 'Shared',
  all: 'All',
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

/** Every other word of the panel. What is said about a request comes from the core, and the command line says it too. */
export const strings = {
  live: 'this page',
  // Toolbar
  pause: 'Pause',
  resume: 'Resume',
  pauseHint: 'Stop taking in requests',
  resumeHint: 'Take in requests again',
  clear: 'Clear',
  clearHint: 'Forget all requests',
  preserve: 'Preserve log',
  preserveHint: 'Keep the requests when the page navigates',
  reload: 'Reload page',
  watch: 'Reload and watch',
  watchHint:
    'Reloads the page and notes the credentials mode of each fetch and XMLHttpRequest, which no recording states. It covers this load and the main frame.',
  watching: 'Watching how the page calls',
  open: 'Open HAR…',
  openHint: 'Open recordings from a browser’s Network panel (several at once, or drop them here)',
  filter: 'Filter: host, path, header, rule',
  filterLabel: 'Filter requests',
  show: 'Show',
  grouping: 'Group',
  byProblem: 'By problem',
  byTime: 'By time',
  // List
  list: 'Cross-origin requests',
  requests: (count: number): string => plural(count, 'request', 'requests'),
  from: (origin: string): string => `from ${origin}`,
  counted: (all: number, blocked: number): string =>
    `${plural(all, 'cross-origin request', 'cross-origin requests')}, ${blocked.toLocaleString('en')} blocked or failed`,
  waiting: (count: number): string => `reading ${plural(count, 'request', 'requests')}…`,
  truncated: (name: string): string => `${name} is incomplete; only the part that is there is shown`,
  skipped: (count: number): string => plural(count, 'entry could not be read', 'entries could not be read'),
  listenerFailed: (error: string): string =>
    `A bug in WhyCORS, please report it: the panel couldn't be updated: ${error}`,
  // Empty states
  emptyTitle: 'No cross-origin requests yet',
  emptyText:
    'As soon as this page calls another origin, the calls stand here, and why the browser blocks them.',
  lateTitle: 'DevTools was opened after the page had loaded',
  lateText: (count: number): string =>
    count > 0
      ? `The list lacks at least ${plural(count, 'request', 'requests')} to other origins: browsers don't report those afterwards. Reload the page to see them.`
      : "Requests that the page made before aren't available. Reload the page to see them.",
  stoppedByMode: (urls: readonly string[]): string =>
    `Stopped before anything was sent, because mode "same-origin" allows no other origin: ${urls.slice(0, 3).join(', ')}${urls.length > 3 ? ` and ${urls.length - 3} more` : ''}`,
  missedTitle: (count: number): string =>
    `Firefox keeps ${plural(count, 'request', 'requests')} of this page back`,
  missedText:
    'It tells extensions only of what its Network panel would show. Clear the filters there (they stay from one session to the next), have it record, and repeat the requests.',
  stillMissedText:
    'It has not recorded them either, or its Network panel is sorted by another column than time: then it gives out nothing. Clear the filters and the sorting there, have it record, and repeat the requests.',
  takeMissed: 'Take them over',
  takeMissedHint:
    'Asks Firefox for all that it has recorded. While it answers, it may lose requests that are being made.',
  pausedTitle: 'Paused',
  pausedText: 'New requests are not taken in.',
  noMatchTitle: 'No request matches',
  noMatchText: (hidden: number): string =>
    `${plural(hidden, 'request is', 'requests are')} hidden by the filter and the tab.`,
  showAll: 'Show all',
  webTitle: 'Why was it blocked? Open a HAR file',
  webText:
    'In the browser’s Network panel, reproduce the problem and choose “Export HAR”. Then open the file here, drop it, or paste its text. It is read in this page and goes nowhere.',
  sample: 'Try the sample',
  drop: 'Drop to open',
  unreadable: (name: string, why: string): string =>
    `${name} cannot be read${why === '' ? '' : `: ${why}`}. It should be a HAR file as a browser’s Network panel exports it.`,
  dismiss: 'Dismiss',
  selectHint: 'Select a request to see why.',
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
  pastedName: 'pasted text',
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
