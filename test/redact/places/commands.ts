import type { Send, WireResponse } from '../../../src/check/wire.ts'
import { audit } from '../../../src/library/audit.ts'
import { check } from '../../../src/library/check.ts'
import { diff } from '../../../src/library/diff.ts'
import { recognize } from '../../../src/library/recognize.ts'
import { runChecks } from '../../checks/run-checks.ts'
import { whycors } from '../../cli/run-whycors.ts'
import { chromeEntry, chromePreflight, harText } from '../../make-har.ts'
import { CHECKS } from './check-outputs.ts'
import { FIXES } from './fix-outputs.ts'
import { answerText } from './panel-outputs.ts'
import { JWT, SECRET } from './secret.ts'

/** Returns all that a command prints of a secret that it's given in many places. */
export type Printed = () => Promise<string>

const PAGE = 'https://app.example'
const URL_WITH = `https://api.test/${SECRET}/a?access_token=${SECRET}`

/** A server that repeats the secret in everything that it sends. */
const ANSWER: WireResponse = {
  status: 200,
  statusText: `Fine ${SECRET}`,
  httpVersion: 'HTTP/1.1',
  headers: [
    ['Access-Control-Allow-Origin', `app://${SECRET}`],
    ['X-Echo', SECRET],
    [`x-${SECRET}`, '1'],
    ['Set-Cookie', `sid=${SECRET}`],
  ],
  body: new Uint8Array(),
  started: 1_700_000_000_000,
  ms: 1,
}

const telling: Send = async () => ANSWER

/** A server that allows every origin, with credentials, and whose other paths can't be reached. */
const reflecting: Send = async (request) => {
  if (/no-such|crossdomain/.test(request.url)) return { fault: 'refused', message: `refused ${SECRET}` }
  const origin = request.headers.find(([name]) => /^origin$/i.test(name))?.[1] ?? `app://${SECRET}`
  const headers = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ['X-Powered-By', `Express ${SECRET}`],
  ] as const
  return { ...ANSWER, headers }
}

const refusing: Send = async () => ({ fault: 'refused', message: `nothing listens for ${SECRET}` })

const all = (ran: { readonly out: string; readonly err: string }): string => ran.out + ran.err

const given = ['-H', `Authorization: Bearer ${SECRET}`, '-H', `X-Id: ${SECRET}`]

/** In JSON, a policy is as it is to be configured, with the page's origin. */
const pageFor = (format: string): readonly string[] => [
  '--origin',
  /json$/.test(format) ? PAGE : `app://${SECRET}`,
]

const checkOf =
  (args: readonly string[], send: Send = telling): Printed =>
  async () =>
    all(await whycors(['check', ...args], {}, send))

const LIST = `
- url: ${URL_WITH}
  origin: https://${SECRET}.example
  method: m-${SECRET}
  headers: {Authorization: Bearer ${SECRET}, Cookie: sid=${SECRET}}
  expect: allowed
- url: https://down.test/${SECRET}
  origin: ${PAGE}
`

const listOf =
  (format: 'text' | 'markdown' | 'json' | 'ndjson' | 'sarif' | 'junit' | 'github', send = telling): Printed =>
  async () => {
    const file = `${JWT}.yaml`
    const list = /json$/.test(format) ? LIST.replace(/m-.*/, 'PUT').replace(/https:.*\.example/, PAGE) : LIST
    const ran = await runChecks(list, send, { format, file, sendsChanges: true, brief: format === 'text' })
    return ran.out + ran.err + ran.shown.join('\n')
  }

const AUDITED = [URL_WITH, ...given, '--origin', `app://${SECRET}`]

const auditOf =
  (args: readonly string[], send: Send = telling): Printed =>
  async () =>
    all(await whycors(['audit', ...AUDITED, '--yes', ...args], {}, send))

/** What consoles print, with the secret in each of the values. */
const SENTENCES = [
  `Access to fetch at 'https://api.test/?access_token=${JWT}' (redirected from 'https://b.test/?access_token=${JWT}') from origin 'app://${JWT}' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'app://${JWT}' that is not equal to the supplied origin.`,
  `Access to fetch at 'https://api.test/' from origin 'https://a.test' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Credentials' header in the response is '${JWT}' which must be 'true' when the request's credentials mode is 'include'.`,
  `Access to fetch at 'https://api.test/' from origin 'https://a.test' has been blocked by CORS policy: Method ${JWT} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  `Access to fetch at 'https://api.test/' from origin 'https://a.test' has been blocked by CORS policy: Request header field ${JWT} is not allowed by Access-Control-Allow-Headers in preflight response.`,
  `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.test/?access_token=${JWT}. (Reason: invalid token ‘${JWT}’ in CORS header ‘Access-Control-Allow-Methods’).`,
]

const blocked = (url: string, response = {}): object =>
  chromeEntry({ url, error: 'net::ERR_FAILED', request: { Authorization: `Bearer ${SECRET}` }, response })

const preflightOf = (url: string): object =>
  chromePreflight({
    url,
    method: 'GET',
    asks: 'authorization',
    response: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Headers': 'authorization' },
  })

const recordingOf = (...urls: readonly string[]): string =>
  harText(urls.flatMap((url) => [blocked(url), preflightOf(url)]))

const TWO_APIS = recordingOf(`https://${SECRET}.test/a`, 'https://b.test/a')

const run =
  (args: readonly string[], files: Readonly<Record<string, string>>): Printed =>
  async () =>
    all(await whycors(args, files))

const FORMATS = ['text', 'markdown', 'json', 'ndjson', 'sarif', 'junit', 'github'] as const

const inEach = (what: string, of: (format: (typeof FORMATS)[number]) => Printed) =>
  Object.fromEntries(FORMATS.map((format) => [`${what} as ${format}`, of(format)]))

/** Commands that are given a secret other than in a recording, and what differs with the recording's kind. */
export const COMMANDS: Readonly<Record<string, Printed>> = {
  ...CHECKS,
  ...FIXES,
  ...inEach('check', (format) => checkOf([URL_WITH, ...given, ...pageFor(format), '--format', format])),
  ...inEach('check of what is not sent', (format) =>
    checkOf([URL_WITH, ...given, ...pageFor(format), '-X', 'DELETE', '--format', format]),
  ),
  'check of no URL': checkOf([`https://joe:${SECRET}@[::`]),
  'check without a response': checkOf([URL_WITH, ...given, '--origin', PAGE], refusing),
  'check without a response as JSON': checkOf(
    [URL_WITH, ...given, '--origin', PAGE, '--format', 'json'],
    refusing,
  ),
  ...inEach('a list', (format) => listOf(format)),
  ...inEach('a list without responses', (format) => listOf(format, refusing)),
  'a list that is none': async () => all(await runChecks('- {', telling, { file: `${JWT}.yaml` })),
  'a list that can not be written': async () =>
    all(
      await runChecks(LIST, telling, {
        format: 'text',
        writes: [{ format: 'json', path: `/none/${JWT}.json` }],
      }),
    ),
  'the plan of an audit': auditOf(['--dry-run', '--format', 'json']),
  'the lines of the plan': auditOf(['--dry-run']),
  ...Object.fromEntries(
    ['text', 'markdown', 'json', 'sarif'].map((format) => [
      `audit as ${format}`,
      auditOf(['--format', format]),
    ]),
  ),
  ...Object.fromEntries(
    ['text', 'markdown', 'json', 'sarif'].map((format) => [
      `audit with findings as ${format}`,
      auditOf(['--format', format], reflecting),
    ]),
  ),
  'audit without a response': auditOf([], refusing),
  'the library’s audit': async () =>
    JSON.stringify(
      await audit(URL_WITH, {
        origins: [`app://${SECRET}`],
        headers: { Authorization: `Bearer ${SECRET}` },
        send: telling,
        lookUp: async () => 'unknown',
      }),
    ),
  ...Object.fromEntries(
    [telling, refusing].map((send, i) => [
      `the library’s check ${i}`,
      async () =>
        JSON.stringify(
          await check(URL_WITH, {
            origin: PAGE,
            method: 'PUT',
            headers: [['Authorization', `Bearer ${SECRET}`]],
            sendsChanges: true,
            send,
          }),
        ),
    ]),
  ),
  ...Object.fromEntries(
    SENTENCES.map((sentence, i) => [`rules ${i}`, async () => all(await whycors(['rules', sentence]))]),
  ),
  ...Object.fromEntries(
    SENTENCES.map((sentence, i) => [`recognize ${i}`, async () => JSON.stringify(recognize(sentence))]),
  ),
  ...Object.fromEntries(SENTENCES.map((sentence, i) => [`answer ${i}`, async () => answerText(sentence)])),
  'rules with no rule': async () => all(await whycors(['rules', JWT])),
  'the library’s diff': async () =>
    JSON.stringify(await diff(recordingOf(URL_WITH), recordingOf('https://b.test/'))),
  ...Object.fromEntries(
    ['text', 'markdown', 'json'].map((format) => [
      `diff as ${format}`,
      run(['diff', '--format', format, `${JWT}.har`, 'b.har'], {
        [`${JWT}.har`]: recordingOf(URL_WITH),
        'b.har': recordingOf('https://b.test/'),
      }),
    ]),
  ),
  ...inEach('a file name', (format) =>
    run(['explain', '--all', '--format', format, `${JWT}.har`], { [`${JWT}.har`]: recordingOf(URL_WITH) }),
  ),
  'a file that is missing': run(['explain', `${JWT}.har`], {}),
  ...inEach('a file that is cut off', (format) =>
    run(['explain', '--all', '--format', format, `${JWT}.har`], {
      [`${JWT}.har`]: recordingOf(URL_WITH).slice(0, -40),
    }),
  ),
  ...inEach('an entry that can not be read', (format) =>
    run(['explain', '--all', '--format', format, 'a.har'], {
      'a.har': harText([
        blocked(URL_WITH),
        { request: { method: 'GET', url: `${SECRET}:no` }, response: { status: SECRET } },
      ]),
    }),
  ),
  ...inEach('two recordings', (format) =>
    run(['explain', '--all', '--format', format, `${JWT}.har`, `b${JWT}.har`], {
      [`${JWT}.har`]: recordingOf(URL_WITH),
      [`b${JWT}.har`]: recordingOf(`${URL_WITH}2`),
    }),
  ),
  'brief as JSON': run(['explain', '--brief', '--format', 'json', 'a.har'], {
    'a.har': harText([blocked(URL_WITH), blocked(`${URL_WITH}&b=1`), blocked(`https://${SECRET}.test/`)]),
  }),
  'two requests of one problem': run(['explain', '--all', 'a.har'], {
    'a.har': recordingOf(`${URL_WITH}&a=1`, `${URL_WITH.replace('?', '/2?')}`),
  }),
  brief: run(['explain', '--brief', 'a.har'], { 'a.har': recordingOf(URL_WITH, `${URL_WITH}&b=1`) }),
  'fix for a server that is not known': run(['fix', 'a.har'], {
    'a.har': recordingOf(`https://${SECRET}.test/a`),
  }),
  'fix for two APIs with code': run(['fix', '--for', 'express', 'a.har'], { 'a.har': TWO_APIS }),
  'proxies for two APIs': run(['fix', '--proxy', 'vite', 'a.har'], {
    'a.har': recordingOf(URL_WITH, `https://b.test/?access_token=${SECRET}`),
  }),
  'fix for two APIs': run(['fix', 'a.har'], { 'a.har': TWO_APIS }),
  'fix for two APIs, as one document': run(['fix', '--for', 'aws-s3', 'a.har'], {
    'a.har': TWO_APIS,
  }),
}
