import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { header, server } from '../check/check-request.ts'
import { whycors } from './run-whycors.ts'

const URL_OF_API = 'https://api.example/items'
const PAGE = ['--origin', 'https://app.example']
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' }

const check = async (
  args: readonly string[],
  answer: Parameters<typeof server>[0] = () => ({}),
  files = {},
) => {
  const { send, lines, received } = server(answer)
  const ran = await whycors(['check', ...args], files, send)
  return { ...ran, sent: lines(), received }
}

describe('whycors check', () => {
  test('explains what a browser would block: exit code 1', async () => {
    const { code, out, sent } = await check([URL_OF_API, ...PAGE, '--method', 'PUT'])
    expect([code, sent]).toEqual([1, [`OPTIONS ${URL_OF_API}`]])
    expect(out).toMatch(/^Sent as Chrome 156 would\n {2}OPTIONS https:\/\/api\.example\/items {2}200/)
    expect(out).toContain('The preflight response has no `Access-Control-Allow-Origin`.')
    expect(out).toContain("--request 'OPTIONS' 'https://api.example/items'")
    expect(out).toContain(`whycors fix ${URL_OF_API} --origin https://app.example --method PUT`)
  })

  test('says what is allowed: exit code 0', async () => {
    const { code, out, err } = await check([URL_OF_API, ...PAGE], () => ({ headers: OPEN }))
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('The response was allowed for `https://app.example`.')
  })

  test('sends nothing that may change data without --send', async () => {
    const answer = () => ({ headers: OPEN })
    const held = await check([URL_OF_API, ...PAGE, '--method', 'PUT'], answer)
    expect([held.code, held.sent]).toEqual([0, [`OPTIONS ${URL_OF_API}`]])
    expect(held.out).toContain('PUT https://api.example/items  not sent: it may change data; --send sends it')
    expect(held.out).toContain('The preflight passed.')
    const sent = await check([URL_OF_API, ...PAGE, '--method', 'PUT', '--send'], answer)
    expect(sent.sent).toEqual([`OPTIONS ${URL_OF_API}`, `PUT ${URL_OF_API}`])
    const simple = await check([URL_OF_API, ...PAGE, '--data', 'a=b'], answer)
    expect([simple.code, simple.sent]).toEqual([0, []])
    const dry = await check([URL_OF_API, ...PAGE, '--dry-run'], answer)
    expect([dry.code, dry.sent]).toEqual([0, []])
    expect(dry.out).toContain('not sent because of --dry-run')
  })

  test.each([
    [['--expect', 'allowed'], OPEN, 0, ''],
    [['--expect', 'blocked'], OPEN, 1, 'whycors: expected blocked, but it is allowed\n'],
    [['--expect', 'allowed'], {}, 1, 'whycors: expected allowed, but it is blocked\n'],
    [['--expect', 'blocked'], {}, 0, ''],
    [
      ['--expect', 'allowed', '--method', 'POST'],
      OPEN,
      1,
      'whycors: expected allowed, but nothing was sent\n',
    ],
  ] as const)('%j', async (args, headers, code, err) => {
    const ran = await check([URL_OF_API, ...PAGE, ...args], () => ({ headers }))
    expect([ran.code, ran.err]).toEqual([code, err])
  })

  test.each(['json', 'ndjson', 'sarif', 'markdown', 'junit'])('--format %s', async (format) => {
    const { code, out } = await check([URL_OF_API, ...PAGE, '--format', format])
    expect(code).toBe(1)
    if (format === 'json') {
      const report: Report = JSON.parse(out)
      expect(report.sources[0]).toMatchObject({ file: URL_OF_API, browser: 'chromium' })
      expect(report.sources[0]?.creator).toMatch(/^whycors check /)
      expect(report.exchanges.map(({ verdict, observed }) => [verdict, observed])).toEqual([
        ['blocked', 'unknown'],
      ])
    }
    expect(out).toMatch(/allow-origin-missing|Access-Control-Allow-Origin/)
  })

  test('lists what was allowed in JSON, too', async () => {
    const { out } = await check([URL_OF_API, ...PAGE, '--format', 'json'], () => ({ headers: OPEN }))
    expect((JSON.parse(out) as Report).exchanges.map(({ verdict }) => verdict)).toEqual(['shared'])
  })

  test('fix and explain call the URL first', async () => {
    const { send, lines } = server(() => ({}))
    const fixed = await whycors(['fix', URL_OF_API, ...PAGE, '--method', 'PUT', '--for', 'nginx'], {}, send)
    expect([fixed.code, lines()]).toEqual([1, [`OPTIONS ${URL_OF_API}`]])
    expect(fixed.out).toContain('"https://app.example" "https://app.example";')
    const explained = await whycors(['explain', URL_OF_API, ...PAGE], {}, send)
    expect([explained.code, lines().length]).toEqual([1, 2])
    expect(explained.out).toContain('The response has no `Access-Control-Allow-Origin`.')
  })
})

describe('a copied command', () => {
  const COPIED = `curl 'https://api.example/items?page=2' -X PUT -H 'Origin: https://app.example' \\
    -H 'Authorization: Bearer eyJhbGciOi.secret-token.xyz' -b 'sid=secretsecret' -H 'X-Api-Key: hunter2hunter2' \\
    --data-raw '{"password":"hunter3hunter3"}'`
  const answer = () => ({
    headers: {
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Allow-Headers': 'authorization, x-api-key',
      'X-Echo': 'eyJhbGciOi.secret-token.xyz secretsecret hunter2hunter2',
    },
  })

  test.each([[['--curl', COPIED]], [['--curl', '-']]])(
    'is sent as it stands, and its secrets stay',
    async (args) => {
      for (const format of ['text', 'json', 'markdown', 'sarif']) {
        const ran = await check([...args, '--send', '--format', format], answer, { '-': COPIED })
        const [, actual] = ran.received
        if (actual === undefined) throw new Error(ran.err)
        expect(header(actual, 'Cookie')).toBe('sid=secretsecret')
        expect(header(actual, 'Authorization')).toBe('Bearer eyJhbGciOi.secret-token.xyz')
        expect(new TextDecoder().decode(actual.body ?? new Uint8Array())).toBe(
          '{"password":"hunter3hunter3"}',
        )
        expect(ran.out + ran.err).not.toMatch(/secret-token|secretsecret|hunter\d/)
      }
    },
  )

  test('its secrets stay although nothing was sent, and although the network failed', async () => {
    const held = await check(['--curl', COPIED], () => ({}))
    expect(held.out + held.err).not.toMatch(/secret-token|secretsecret|hunter\d/)
    const failed = await whycors(['check', '--curl', COPIED, '--send'], {}, async () => ({
      fault: 'closed',
      message: 'secretsecret',
    }))
    expect([failed.code, failed.out + failed.err]).toEqual([2, expect.not.stringMatching(/secret|hunter/)])
  })

  test.each([
    ["curl 'https://api.example/", 2, /^whycors: --curl: line 1, column \d+: /],
    ['wget https://api.example/', 2, /^whycors: --curl: .*not a curl command/],
    ["curl https://api.example/ -H 'Cookie: sid=secretsecret'", 2, /add --origin/],
  ] as const)('%s', async (command, code, message) => {
    const ran = await check(['--curl', command])
    expect(ran.code).toBe(code)
    expect(ran.err).toMatch(message)
    expect(ran.err).not.toContain('secretsecret')
    expect(ran.err.trimEnd().split('\n').length).toBe(1)
  })
})

test.each([
  [[], /name one URL to check/],
  [['shop.har', ...PAGE], /name one URL to check/],
  [[URL_OF_API], /add --origin https:\/\/app\.example\.com/],
  [['https://', ...PAGE], /not a valid URL/],
  [['https://me:pass@api.example/', ...PAGE], /a user name or password in it/],
  [[URL_OF_API, ...PAGE, '--method', 'TRACE'], /--method must be a method that pages may use/],
  [[URL_OF_API, ...PAGE, '--method', 'GET', '--data', 'x'], /can't send a body with GET/],
  [[URL_OF_API, ...PAGE, '--mode', 'no-cors', '--method', 'PUT'], /allows only GET, HEAD and POST/],
  [[URL_OF_API, ...PAGE, '--header', 'secretsecret'], /--header must be 'Name: value'; number 1 isn't/],
  [[URL_OF_API, ...PAGE, '--timeout', 'soon'], /--timeout must be a number of seconds/],
  [[URL_OF_API, ...PAGE, '--expect', 'fine'], /--expect must be one of allowed, blocked/],
  [[URL_OF_API, ...PAGE, '--credentails'], /did you mean --credentials\?/],
  [[URL_OF_API, '--origin', 'app'], /--origin must be a URL/],
])('check %j: one line, exit code 2', async (args, message) => {
  const { code, out, err, sent } = await check(args)
  expect([code, out, sent]).toEqual([2, '', []])
  expect(err).toMatch(message)
  expect(err).not.toContain('secretsecret')
  expect(err.trimEnd().split('\n').length).toBe(1)
})

test.each([
  ['https://app.example/deep/page?x', 'https://app.example'],
  ['null', 'null'],
  ['capacitor://localhost', 'capacitor://localhost'],
  ['chrome-extension://abcdef/page.html', 'chrome-extension://abcdef'],
])('--origin %s: Origin: %s', async (given, sent) => {
  const { received } = await check([URL_OF_API, '--origin', given])
  expect(received.map((one) => header(one, 'Origin'))).toEqual([sent])
})

test('a header that only browsers set is ignored, and said to be', async () => {
  const { err, received } = await check([
    URL_OF_API,
    ...PAGE,
    '--header',
    'Host: evil.example',
    '--header',
    'X-A: 1',
  ])
  expect(err).toBe('whycors: --header Host: only the browser sets this header; yours is ignored\n')
  expect(
    header(received[0] ?? { method: '', url: '', headers: [], body: null }, 'Access-Control-Request-Headers'),
  ).toBe('x-a')
})

test('hostile headers of a response reach the terminal as text', async () => {
  const { out } = await check([URL_OF_API, ...PAGE], () => ({
    headers: { 'Access-Control-Allow-Origin': 'https://a\x1b[2Jb\u202e', 'X-\x07': '1' },
    body: '\x1b]0;x\x07',
  }))
  expect(
    [...out].filter((one) => (one < ' ' && one !== '\n') || (one >= '\u202a' && one <= '\u202e')),
  ).toEqual([])
})

test('files and URLs do not mix', async () => {
  const { code, err } = await whycors(['explain', 'a.har', URL_OF_API, ...PAGE])
  expect([code, err]).toEqual([2, 'whycors: name either files or URLs, not both; see whycors --help\n'])
})
