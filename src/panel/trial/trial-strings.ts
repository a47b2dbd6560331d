/** What is said of trials. */
export const trialStrings = {
  heading: 'Try it in this tab',
  what: (origin: string, target: string): string =>
    `In this tab, the browser treats responses of ${target} to ${origin} as if the server sent the headers above. The server isn't changed, and other tabs aren't affected.`,
  permission: (hosts: string): string => `The browser asks for access to ${hosts}.`,
  serviceWorker:
    'This page has a service worker. A trial doesn’t reach the requests that it makes. To try those, turn on "Bypass for network" in Chrome’s Application panel, or unregister it.',
  start: 'Try it in this tab',
  confirm: 'Start the trial',
  cancel: 'Cancel',
  apply: 'Try the edited policy',
  starting: 'The trial starts…',
  asking: 'Confirm the access in the tab that has just opened.',
  again:
    'Reload the page or repeat the request. A cached preflight can hide the change; turn on "Disable cache" in the Network panel.',
  reload: 'Reload page',
  cannot: "This can't be tried in the browser.",
  bar: (origin: string, target: string): string =>
    `Trial active in this tab: ${target} for ${origin}. The server isn't changed.`,
  stop: 'Stop',
  pin: 'Keep when the page goes to another site',
  giveBack: (hosts: string): string => `Remove access to ${hosts}`,
  widerAccess: 'This access is part of a wider one. Change it in the browser’s settings for this extension.',
  ended: {
    stopped: 'The trial has ended. Responses are unchanged again.',
    refused: 'The trial wasn’t started: access was refused.',
    'left the site': 'The trial has ended because the page went to another site.',
    'given back': 'The trial has ended, and the access was removed.',
  },
  failed: (message: string): string => `The browser refused the trial: ${message}`,
  outcome: {
    allowed: 'Allowed by your trial. The server still doesn’t allow it.',
    blocked:
      'Blocked despite your trial. If a service worker of the page made this request, a trial doesn’t reach it.',
    unknown: 'Made during your trial. The recording doesn’t show the outcome.',
    'allowed here':
      'Allowed under your trial. The recording doesn’t show whether the server’s own preflight response allows it.',
    'allowed anyway': 'Allowed, by the server too.',
  },
  results: 'Requests since the trial began',
  none: 'No request to this API yet.',
  headers: 'CORS headers, as sent and as tried',
  noHeaders: '(none)',
  phase: { preflight: 'preflight', actual: 'request' },
  wire: (phase: string, status: number): string => `${phase}: as the server sent it (${status})`,
  notAsked: (phase: string): string =>
    `${phase}: the trial responded; the server redirects it and wasn't called`,
  seen: 'as the browser sees it in the trial',
  whatAccess: (origin: string, target: string): string =>
    `WhyCORS is about to change the CORS headers of responses from ${target} to pages of ${origin}, in the tab that you inspect and nowhere else. The server isn't changed.`,
  notGranted: 'Access wasn’t granted, so nothing was changed. You can close this tab.',
} as const
