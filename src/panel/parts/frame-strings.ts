import { plural } from '../../internal.ts'
import type { ColumnId } from './column-ids.ts'
import type { Show } from './show.ts'

export const showWords: Record<Show, string> = {
  blocked: 'Blocked',
  depends: 'Unclear',
  warnings: 'Warnings',
  shared: 'Allowed',
  all: 'All',
  'not cors': 'Not CORS',
}

export const showHints: Record<Show, string> = {
  blocked: 'Requests that failed, and why',
  depends: 'Requests for which the recording doesn’t show whether they were blocked',
  warnings: 'Allowed requests with something wrong about them',
  shared: 'Requests that CORS allows, without warnings',
  all: 'Every request that CORS applies to',
  'not cors': 'Pictures, scripts, navigations and requests to the page’s own origin: CORS doesn’t apply',
}

/** The words of the toolbar, the list, and the empty states. */
export const frameStrings = {
  live: 'this page',
  // Toolbar
  pause: 'Pause',
  resume: 'Resume',
  pauseHint: 'Pause recording',
  resumeHint: 'Resume recording',
  clear: 'Clear',
  clearHint: 'Clear the list',
  preserve: { chromium: 'Keep log', firefox: 'Persist Logs' },
  preserveHint: 'Keep requests when the page navigates',
  reloadHint: 'Reload the page',
  byProblemHint: 'Group by problem (off: one row per request, by time)',
  foldAllHint: 'Collapse all groups',
  unfoldAllHint: 'Expand all groups',
  more: 'More tools',
  settings: 'Settings',
  close: 'Close',
  keep: 'Requests kept',
  keepHint: 'When there are more, the oldest are removed; the last one of each problem stays.',
  secrets: 'Show secrets',
  secretsHint:
    'Cookies, tokens and passwords are masked in the panel unless this is on. Copies stay masked unless you include secrets there.',
  reload: 'Reload page',
  watchHint:
    'Reload the page and record the mode and credentials mode of each fetch and XMLHttpRequest, which no recording contains. It covers this load and frames with the page’s own origin, not workers. The page can detect it and report false values.',
  watching: 'Watching the page’s calls',
  open: 'Open HAR…',
  openHint: 'Open recordings from a browser’s Network panel (several at once, or drop them here)',
  filter: 'Filter',
  filterLabel: 'Filter requests',
  filterHint:
    'Text, -text, /regex/, or method:, status:, domain:, url:, type:, origin:, header:, rule: (/ or Ctrl+F)',
  filterChoices: 'What to filter by',
  show: 'Show',
  grouping: 'Rows',
  byProblem: 'By problem',
  byTime: 'By time',
  // List
  list: 'Requests',
  columns: {
    kind: 'Result',
    method: 'Method',
    path: 'Path',
    problem: 'Problem',
    host: 'API host',
    file: 'File',
    status: 'Status',
    type: 'Type',
    initiator: 'Initiator',
    count: '#',
    time: 'Time',
    duration: 'Duration',
  } satisfies Record<ColumnId, string>,
  requestCount: 'Number of requests',
  columnHints: {
    count: 'Number of requests of the problem',
    time: 'When it was sent; of several requests, the last one',
  } as Partial<Record<ColumnId, string>>,
  sortHint: 'Click to sort, right-click to choose columns',
  warning: (word: string): string => `${word}, with a warning`,
  asThePageSays: (word: string): string => `${word}, as the page says`,
  columnMenu: 'Columns',
  resetColumns: 'Reset columns',
  times: (count: number): string => `×${count.toLocaleString('en')}`,
  fold: 'Collapse',
  unfold: 'Expand',
  foldAll: 'Collapse all',
  unfoldAll: 'Expand all',
  listMenu: 'List menu',
  news: (count: number): string => `${count.toLocaleString('en')} new`,
  newsHint: 'Go to the first one',
  requests: (count: number): string => plural(count, 'request', 'requests'),
  counted: (all: number, blocked: number): string =>
    `${plural(all, 'cross-origin request', 'cross-origin requests')}, ${blocked.toLocaleString('en')} blocked or failed`,
  waiting: (count: number): string => `reading ${plural(count, 'request', 'requests')}…`,
  files: (count: number): string => plural(count, 'file', 'files'),
  judgingFailed: (why: string) => `Reading failed: ${why}`,
  reading: (name: string, percent: number, entries: string): string =>
    `reading ${name}: ${percent} %, ${entries}`,
  stopped: (name: string, entries: string): string =>
    `Stopped: only the first ${entries} of ${name} are shown.`,
  truncated: (name: string): string => `${name} is incomplete; only its readable part is shown`,
  skipped: (count: number): string => plural(count, 'entry could not be read', 'entries could not be read'),
  listenerFailed: (error: string): string =>
    `A bug in WhyCORS, please report it: the panel couldn't be updated: ${error}`,
  // Empty states
  emptyTitle: 'No cross-origin requests yet',
  emptyText:
    'Cross-origin requests from this page will appear here, each with the reason if the browser blocks it.',
  lateTitle: 'DevTools was opened after the page had loaded',
  lateText: (count: number): string =>
    count > 0
      ? `The list lacks at least ${plural(count, 'request', 'requests')} to other origins: browsers don't report those afterwards. Reload the page to see them.`
      : "Requests that the page made before aren't available. Reload the page to see them.",
  stoppedByMode: (urls: readonly string[]): string =>
    `Stopped before anything was sent, because mode "same-origin" allows no other origin: ${urls.slice(0, 3).join(', ')}${urls.length > 3 ? ` and ${urls.length - 3} more` : ''}`,
  missedTitle: (count: number): string =>
    `Firefox hides ${plural(count, 'request', 'requests')} of this page`,
  missedText:
    'It only tells extensions about requests that its Network panel would show. Clear its filters (they are kept between sessions), turn recording on, and repeat the requests.',
  stillMissedText:
    'It hasn’t recorded them either, or its Network panel is sorted by a column other than time, in which case it reports nothing. Clear its filters and sorting, turn recording on, and repeat the requests.',
  takeMissed: 'Import them',
  takeMissedHint:
    'Imports everything that Firefox has recorded. Meanwhile, Firefox may lose requests that are being made.',
  copyFix: 'Copy fix',
  copyExplanation: 'Copy as Markdown',
  copyUrl: 'Copy URL',
  copyPreflightCurl: (shell: string): string => `Copy preflight as cURL (${shell})`,
  copyRequestCurl: (shell: string): string => `Copy request as cURL (${shell})`,
  copyJson: 'Copy as JSON report',
  saveHar: 'Save as HAR',
  openInNetwork: 'Open in Network panel',
  onlyHost: (host: string): string => `Show only ${host}`,
  withoutHost: (host: string): string => `Hide ${host}`,
  copiedFix: (server: string): string => `Copied the fix for ${server}`,
  copied: 'Copied',
  chooseServer: 'Choose the server first',
  noFix: 'There’s nothing to fix on the server for this request',
  split: 'Width of the list',
  panelTitle: (blocked: number): string =>
    blocked === 0 ? 'WhyCORS' : `(${blocked.toLocaleString('en')}) WhyCORS`,
  problems: (problems: number, blocked: number): string =>
    blocked === 0
      ? 'Nothing blocked'
      : `${plural(problems, 'problem', 'problems')} in ${plural(blocked, 'blocked request', 'blocked requests')}`,
  countOf: { warnings: 'with warnings', depends: 'unclear', shared: 'allowed', 'not cors': 'not CORS' },
  nothingBlockedTitle: 'Nothing blocked',
  nothingBlockedText: (rest: string): string => `Requests so far: ${rest}.`,
  removed: (count: number): string => `${plural(count, 'older request', 'older requests')} removed`,
  pausedTitle: 'Paused',
  pausedText: 'New requests aren’t recorded.',
  noMatchTitle: 'No request matches',
  noMatchText: (hidden: number): string =>
    `${plural(hidden, 'request is', 'requests are')} hidden by the filter and the tab.`,
  showAll: 'Show all',
  showOnly: (word: string): string => `Show ${word.toLowerCase()}`,
  webTitle: 'Why was it blocked? Open a HAR file',
  webText:
    'In the browser’s Network panel, reproduce the problem and choose “Export HAR”. Then open the file here, drop it, or paste its text. It’s read in this page and sent nowhere.',
  sample: 'Try the sample',
  drop: 'Drop to open',
  unreadable: (name: string, why: string): string =>
    `${name} can’t be read: ${why}. It should be a HAR file as a browser’s Network panel exports it.`,
  wrongFile: (name: string, kind: string): string =>
    `${name} is ${kind}, not a recording. Export a HAR file from the browser’s Network panel.`,
  dismiss: 'Dismiss',
  selectHint: 'Select a request to see why.',
  pastedName: 'pasted text',
}
