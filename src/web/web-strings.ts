import { plural } from '../internal.ts'
import type { Reading } from '../panel/state/state.ts'

/** The words of the website. Explanations of requests come from the core. */
export const webStrings = {
  name: 'WhyCORS',
  promise: 'See exactly why a browser blocked a cross-origin request, and what to change on the server.',
  nav: 'Pages',
  rules: 'Rules',
  whatIf: 'What if',
  whatIfTitle: 'What if: would browsers block it?',
  start: 'Start',
  results: 'Back to the results',
  boxLabel: 'Paste a console message, a curl command, response headers or a HAR',
  boxHint: `Access to fetch at 'https://api.example/' from origin 'https://app.example' has been blocked by CORS policy: …`,
  explain: 'Explain',
  openFile: 'Open files…',
  openFileHint: 'HAR files from a browser’s Network panel, .har.gz, or a .zip with HARs in it',
  sample: 'Try the sample',
  drop: 'You can drop files anywhere on this page.',
  privacy: 'Everything is read in this page. Nothing you paste or open is sent anywhere.',
  howTitle: 'What to paste',
  how: [
    ['A console message', 'The line about CORS from Chrome’s, Firefox’s or Safari’s console.'],
    [
      'A HAR',
      'In the Network panel, reproduce the problem and choose “Export HAR”. This gives the fullest explanation.',
    ],
    [
      'A curl command',
      'In the Network panel: “Copy as cURL”, for Bash or cmd. Add the output of curl -i below it.',
    ],
    ['Headers', 'The request and response headers from the Network panel, or the output of curl -v.'],
  ],
  getTitle: 'Where you work',
  chrome: 'Extension for Chrome and Edge',
  firefox: 'Extension for Firefox',
  npm: 'Command line: npx whycors explain FILE.har',
  source: 'Source code',
  // Answers
  nothing: 'There is nothing in the box yet.',
  unknownText:
    'This isn’t a HAR, a curl command or headers, and it doesn’t name a failed request. Paste the console line that mentions CORS.',
  noReason:
    'Safari prints this message in addition to the one with the reason. Paste that one: it’s just above this one.',
  oneRule: 'Its rule',
  someRules: (count: number): string => `It’s one of these ${count} rules`,
  next: 'Next',
  recordTitle: 'For this request’s own values, open a HAR of it.',
  curlFailed: 'The curl command can’t be read',
  headersFailed: 'The headers can’t be read',
  linkFailed: 'This link can’t be opened',
  pastedCurl: 'pasted curl command',
  pastedHeaders: 'pasted headers',
  pastedHar: 'pasted HAR',
  linked: 'shared link',
  wrongFile: (name: string, kind: string): string =>
    `${name} is ${kind}. WhyCORS reads HAR files: in the browser’s Network panel, choose “Export HAR”.`,
  noArchive: (name: string): string => `${name} contains no HAR: no file in the archive ends in .har.`,
  // Assumptions
  assumed: {
    url: 'no URL',
    origin: 'no page',
    method: 'no method',
    status: 'no status',
  },
  assumedText: (what: string): string => `The text names ${what}; this is assumed:`,
  assumedMethod: 'method GET',
  assumedStatus: 'status 200',
  pageOrigin: 'Page',
  apiUrl: 'API',
  noResponse:
    'A command shows the request only. Paste the response’s headers below it to check that they allow it.',
  // Reading
  reading: ({ name, read, size, entries, blocked }: Reading): string => {
    const percent = Math.floor((100 * read) / Math.max(1, size))
    const found = `${plural(entries, 'entry', 'entries')}${blocked === null ? '' : `, ${blocked.toLocaleString('en')} blocked so far`}`
    return `Reading ${name}: ${(read / 1e6).toFixed(1)} MB (${percent} %), ${found}`
  },
  cancel: 'Cancel',
  // Sharing
  share: 'Copy link',
  shareHint:
    'Copies a link that contains this request and its response in the URL itself, with secrets masked and without bodies. Nothing is uploaded; anyone with the link can read it.',
  copied: 'Link copied',
  copyFailed: 'The browser didn’t allow copying',
  fromLink: 'From a link: one request, with its secrets masked. It was read from the URL and sent nowhere.',
  // Rules
  rulesTitle: 'Why browsers block: every rule',
  rulesText: 'Each rule is a check of the Fetch standard that can fail, with an example and how to fix it.',
  noRule: 'There is no rule with this name.',
  allRules: 'All rules',
  example: 'Example',
  calls: (page: string): string => `A page on ${page} runs`,
  exchanged: 'and this is sent and received',
  nothingSent: 'Nothing is sent.',
  sentences: 'What browsers print',
  noSentence: 'doesn’t block this',
  howToFix: 'How to fix it',
  server: 'Server',
  onThePage: 'No server configuration helps here: the page’s code or its URL has to change.',
  where: 'Where it goes',
  standard: 'The standard',
  copyCode: 'Copy',
} as const
