import { plural } from '../../internal.ts'
import type { Show } from './show.ts'

export const showWords: Record<Show, string> = {
  blocked: 'Blocked',
  depends: 'Depends',
  shared: 'Allowed',
  all: 'All',
}

/** The words of the toolbar, the list, and what stands in place of them. */
export const frameStrings = {
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
  pastedName: 'pasted text',
}
