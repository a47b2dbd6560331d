import type { CheckState, Demand, Generator, GrantedTo, PolicyKey, VerdictType } from '../../internal.ts'
import { maxAgeLimit, plural } from '../../internal.ts'
import type { DetailTab } from './detail-tabs.ts'

/** The words and the sign of a verdict. */
export const verdictWords: Record<VerdictType, { readonly sign: string; readonly word: string }> = {
  blocked: { sign: '✕', word: 'Blocked' },
  unexplained: { sign: '!', word: 'Failed' },
  depends: { sign: '?', word: 'Depends' },
  'cannot-tell': { sign: '?', word: 'Can’t tell' },
  shared: { sign: '✓', word: 'Allowed' },
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
  granted: { sign: '✓', word: 'allowed' },
  refused: { sign: '✕', word: 'not allowed' },
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

/** The kinds of server with a generator. */
export const kindWords: Record<Generator['kind'], string> = {
  app: 'In the app',
  'web server': 'In a web server or proxy',
  cloud: 'In cloud settings',
  product: 'In product settings',
  'dev server': 'In a development server',
}

/** The parts of a policy, as labels of its fields. */
export const fieldWords: Record<PolicyKey, string> = {
  origins: 'Origins, one per line',
  methods: 'Methods',
  headers: 'Request headers',
  exposed: 'Response headers that pages can read',
  credentials: 'With credentials (cookies, HTTP logins)',
  'max-age': `Seconds to cache a preflight (limit in Chrome: ${maxAgeLimit('chromium')}, in Safari: ${maxAgeLimit('webkit')})`,
}

/** The same parts, in sentences. */
export const policyNames: Record<PolicyKey, string> = {
  origins: 'Origins',
  methods: 'Methods',
  headers: 'Request headers',
  exposed: 'Response headers',
  credentials: 'With credentials',
  'max-age': 'Seconds to cache a preflight',
}

/** The name of a permission, before its value. */
export const grantedWords: Record<GrantedTo['part'], string> = {
  origins: 'Origin',
  methods: 'Method',
  headers: 'Header',
  exposed: 'Readable',
  credentials: 'Credentials',
}

export const tabWords: Record<DetailTab, string> = {
  why: 'Why',
  fix: 'Fix',
  exchange: 'Exchange',
  headers: 'Headers',
  'what-if': 'What if',
}

/** The words around an explanation. The explanation itself comes from the core and is the same on the command line. */
export const strings = {
  watch: 'Reload and watch',
  detail: 'Explanation',
  back: 'Back to the list',
  // Why
  preflightResponse: 'preflight response',
  actualResponse: 'response',
  isNow: 'now',
  shouldBe: 'should be',
  guilty: 'this line decides',
  more: 'More',
  evidence: 'Evidence',
  moreOf: (count: number): string => `${count.toLocaleString('en')} more`,
  whoMustAct: 'Who must act',
  initiator: 'Called from',
  wholeStack: (frames: number): string => `Whole stack (${plural(frames, 'frame', 'frames')})`,
  skippedFrames: (count: number): string => `${plural(count, 'frame', 'frames')} in packages`,
  openSource: 'Open in Sources',
  happened: 'What happened',
  next: 'Next',
  nothingNext: 'Nothing else would fail.',
  warnings: (count: number): string => (count === 1 ? 'Warning' : 'Warnings'),
  theRule: 'Why this blocks it',
  otherCauses: 'Other possible causes',
  watchOffer:
    'Reloads the page and records the credentials mode of each fetch and XMLHttpRequest in its frames of the same origin.',
  // Exchange
  milliseconds: (time: number): string =>
    time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`,
  grants: 'Requested and allowed',
  thePageNeeds: 'the page needs',
  theServerGranted: 'the server allows',
  outcome: 'outcome',
  noHeader: (name: string): string => `no ${name}`,
  notRecorded: 'not recorded',
  nothing: '–',
  credentialsInclude: 'include',
  credentialsNone: 'none',
  credentialsUnknown: 'not known',
  source: (field: string): string =>
    field.startsWith('page.')
      ? `(as the page says: ${field})`
      : `(${field.replace(/^(request|response)\.(headers\.)?/, '')} shows it)`,
  originParts: 'Why it is cross-origin',
  page: 'page',
  same: 'same',
  differs: 'differs',
  parts: { scheme: 'Scheme', host: 'Host', port: 'Port' },
  checks: 'Every check',
  checkCounts: (passed: number, failed: number): string => `${passed} passed, ${failed} failed`,
  beforeSending: 'Before anything is sent',
  preflightHop: 'Preflight response',
  actualHop: 'Response',
  redirectHop: (hop: number): string => `after redirect ${hop}`,
  browser: 'browser',
  console: 'console message',
  // Fix
  copyFix: 'Copy fix',
  forServer: (server: string): string => `for ${server}`,
  chooseFix: 'Choose a fix',
  nothingToFix: 'Nothing to fix: no CORS check blocks this request.',
  noServerFix: 'No CORS setting changes this. The Why tab says what failed.',
  inThePage: 'In the page:',
  server: 'Server',
  fixFor: 'For which requests',
  wholeApi: (count: number): string => `All ${plural(count, 'request', 'requests')}`,
  thisRequest: 'This request',
  keep: 'Keep what it allows now',
  keepHint:
    'A recording may not show every method and header in use, so the policy keeps what the server allows this page today.',
  allowToo: 'Allow it too',
  takesAway: 'This takes away what the server allows now:',
  editPolicy: 'Edit policy',
  edited: '(edited)',
  forAll: 'Allow every website, without credentials (public data only)',
  originsFromEnv: 'Read the origins from this environment variable (optional)',
  noEnvName: 'A name has letters, digits and underscores, and no digit first.',
  asAsked: 'Reset to what the requests need',
  noSnippet: (title: string): string => `No configuration for ${title}:`,
  documentation: 'documentation',
  copySnippet: 'Copy',
  proven: 'Proven',
  on: 'on',
  off: 'off',
  curlCommands: (count: number): string => plural(count, 'curl command', 'curl commands'),
  notYours: 'Not your server?',
  notYoursText:
    'Have the page call its own server, and let that server call the API: CORS applies only in browsers, so nothing is blocked between servers.',
  proxy: 'The page’s server',
  serves: { developers: 'development', users: 'production too' },
  notInstead: 'What not to do, and why',
  askInstead: 'The page then calls',
  insteadOf: 'instead of',
  where: 'Where',
  removeFirst: 'Remove first',
  mind: 'Before you deploy',
  howToCheck: 'Check',
  asHeaders: 'As header lines',
  whoAsked: 'Which request needs what',
  nobodyAsked: 'none in this recording',
  allowedToday: 'allowed today',
  // Headers
  requestHeaders: 'Request',
  responseHeaders: 'Response',
  nothingRecorded: 'No headers were recorded.',
  // Copy
  copy: 'Copy',
  copyMenu: 'Copy or save',
  copyMarkdown: 'Copy explanation as Markdown',
  copyPreflight: (shell: string): string => `Copy preflight as curl (${shell})`,
  copyActual: (shell: string): string => `Copy request as curl (${shell})`,
  commandsFor: 'Shell',
  showAll: 'Show all',
  beginningOf: (size: string): string => `This is the beginning of ${size}.`,
  tooLongToEdit: (size: string): string => `${size}, too long to edit here`,
  showWhole: (size: string): string => `Show all ${size}`,
  copyJson: 'Copy JSON report',
  saveHar: 'Save exchange as HAR',
  withSecrets: 'Include secrets',
  withSecretsHint: 'Cookies, tokens and passwords are masked unless you check this. It applies to one copy.',
  sessionMenu: 'Export session',
  copySessionMarkdown: 'Copy session as Markdown',
  copySessionJson: 'Copy session as JSON',
  saveSessionMarkdown: 'Save session as Markdown',
  saveSessionJson: 'Save session as JSON',
  saveSessionHar: 'Save session as HAR',
  copied: 'Copied',
  saved: 'Saved',
  copyFailed: 'The browser didn’t allow copying',
}
