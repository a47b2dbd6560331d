import { describe, expect, test } from 'vitest'
import type { WireRequest } from '../../src/check/wire.ts'
import { API, APP, type FakeApi, sendTo } from '../audit/fake-api.ts'
import { whycors } from './run-whycors.ts'

/** An Express app with `cors({ origin: true, credentials: true })` behind a proxy that removes `Vary`. */
const reflecting: FakeApi = ({ origin, isPreflight, path }) => ({
  status: isPreflight ? 204 : path === '/items' ? 200 : 404,
  headers: {
    'X-Powered-By': 'Express',
    ...(origin === ''
      ? {}
      : { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }),
    ...(isPreflight ? { 'Access-Control-Allow-Methods': 'GET,PUT' } : {}),
  },
})

/** A server that allows one origin. */
const careful: FakeApi = ({ origin, isPreflight, path }) => ({
  status: isPreflight ? 204 : path === '/items' ? 200 : 404,
  headers: { Vary: 'Origin', ...(origin === APP ? { 'Access-Control-Allow-Origin': APP } : {}) },
})

const audit = async (api: FakeApi, ...options: readonly string[]) => {
  const sent: WireRequest[] = []
  const ran = await whycors(['audit', API, '--origin', APP, ...options], {}, sendTo(api, sent))
  return { ...ran, sent }
}

describe('what is printed', () => {
  test('the findings, with the messages that show them', async () => {
    const { code, out, err } = await audit(reflecting, '--yes')
    expect(code).toBe(1)
    await expect(`${err}\n${out}`).toMatchFileSnapshot('../audit/golden/reflecting.txt')
  })

  test('the same as markdown', async () => {
    const { out } = await audit(reflecting, '--yes', '--format', 'markdown')
    await expect(out).toMatchFileSnapshot('../audit/golden/reflecting.md')
  })

  test('that nothing was found', async () => {
    const { code, out } = await audit(careful, '--yes')
    expect([code, out]).toEqual([0, `${API}\nNo mistake found (39 requests sent)\n`])
  })

  test('what is left open, and why', async () => {
    const { code, out, sent } = await audit(
      ({ origin, ...seen }) => (origin === 'null' ? { status: 429 } : careful({ origin, ...seen })),
      '--yes',
    )
    expect([code, sent.length]).toEqual([0, 12])
    await expect(out).toMatchFileSnapshot('../audit/golden/rate-limit.txt')
  })

  test('the requests, which a dry run does not send', async () => {
    const { code, out, err, sent } = await audit(careful, '--dry-run')
    expect([code, err, sent]).toEqual([0, '', []])
    expect(out).toMatch(/^39 requests at most to https:\/\/api\.example\.com\/items/)
    expect(out.match(/^ +\d+ {2}(GET|OPTIONS) /gm)).toHaveLength(39)
  })

  test('JSON, with nothing else on standard output', async () => {
    const { out } = await audit(reflecting, '--yes', '--format', 'json')
    const report = JSON.parse(out)
    expect(report.findings.map(({ id }: { readonly id: string }) => id)).toEqual([
      'reflects-any-origin',
      'vary-origin-missing',
    ])
    expect(report.requests.filter(({ why }: { readonly why: string | null }) => why === null)).toHaveLength(
      11,
    )
    expect(report.servers[0]).toEqual({ id: 'express', title: 'Express', confidence: 'high' })
  })

  test('SARIF, one result per finding', async () => {
    const { out } = await audit(reflecting, '--yes', '--format', 'sarif')
    const [{ tool, results }] = JSON.parse(out).runs
    expect(results.map(({ ruleId, level }: Record<string, string>) => [ruleId, level])).toEqual([
      ['reflects-any-origin', 'error'],
      ['vary-origin-missing', 'warning'],
    ])
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(API)
    expect(tool.driver.rules[0]).toMatchObject({
      id: 'reflects-any-origin',
      properties: { tags: ['cors', 'security', 'external/cwe/cwe-942'], 'security-severity': '8.0' },
    })
  })
})

describe('what is sent', () => {
  test('nothing without consent', async () => {
    const { code, out, err, sent } = await audit(careful)
    expect([code, out, sent]).toEqual([2, '', []])
    expect(err).toMatch(/^39 requests at most to /)
    expect(err).toMatch(/^whycors: nothing was sent; --yes sends these requests$/m)
  })

  test.each([
    [true, 0, 39],
    [false, 2, 0],
  ])('what a terminal confirms: %s', async (answer, code, count) => {
    const sent: WireRequest[] = []
    const ran = await whycors(['audit', API, '--origin', APP], {}, sendTo(careful, sent), {
      confirm: async () => answer,
    })
    expect([ran.code, sent.length]).toEqual([code, count])
  })

  test('GET and OPTIONS, to the API alone, without a body', async () => {
    const { sent } = await audit(careful, '--yes', '--header', 'X-Tenant: 7')
    expect([...new Set(sent.map(({ method }) => method))].sort()).toEqual(['GET', 'OPTIONS'])
    expect([...new Set(sent.map(({ url }) => new URL(url).host))]).toEqual(['api.example.com'])
    expect(sent.every(({ body }) => body === null)).toBe(true)
  })

  test('the own headers, but not in preflights and to other paths', async () => {
    const { sent } = await audit(careful, '--yes', '--header', 'Authorization: Bearer abcdefghijkl')
    const has = ({ headers }: WireRequest): boolean => headers.some(([name]) => name === 'Authorization')
    expect(sent.filter(({ method }) => method === 'OPTIONS').some(has)).toBe(false)
    expect(sent.filter(({ url }) => url.endsWith('.xml')).some(has)).toBe(false)
    expect(sent.filter(({ url }) => url === API).filter(has).length).toBeGreaterThan(20)
  })

  test.each(['text', 'json', 'markdown', 'sarif'])('no secret is printed as %s', async (format) => {
    const secret = 'k4fRz9Qp2Lm7Xw1T'
    const { out, err } = await audit(
      (seen) => ({
        ...reflecting(seen),
        headers: { ...reflecting(seen).headers, 'X-Echo': secret, 'Set-Cookie': `session=${secret}` },
      }),
      '--yes',
      '--format',
      format,
      '--header',
      `Authorization: Bearer ${secret}`,
      '--header',
      `Cookie: session=${secret}`,
    )
    expect(out).toContain('reflects-any-origin')
    expect(out + err).not.toContain(secret)
  })
})

describe('hostile and broken servers', () => {
  test('nothing that a header says acts on the terminal', async () => {
    const { out } = await audit(
      (seen) => ({
        ...careful(seen),
        headers: {
          ...careful(seen).headers,
          'Access-Control-Expose-Headers': 'authorization\u001b[2J\u202e, api-key',
        },
      }),
      '--yes',
    )
    expect(out).toContain('\\x1b')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it must not be there
    expect(out).not.toMatch(/[\u001b\u202e]/)
  })

  test('a server that is not there is one line', async () => {
    const { code, out, err } = await whycors(['audit', API, '--origin', APP, '--yes'], {}, async () => ({
      fault: 'refused',
      message: "api.example.com:443 doesn't accept connections",
    }))
    expect([code, out]).toEqual([2, ''])
    expect(err.split('\n').filter((line) => line.startsWith('whycors:'))).toEqual([
      `whycors: ${API}: api.example.com:443 doesn't accept connections`,
    ])
  })

  test('one that stops responding ends the audit, and the rest is undecided', async () => {
    const sent: WireRequest[] = []
    const { code, out } = await whycors(
      ['audit', API, '--origin', APP, '--yes'],
      {},
      async (request, options) =>
        sent.length < 15
          ? await sendTo(careful, sent)(request, options)
          : { fault: 'timeout', message: `nothing within ${sent.push(request)}` },
    )
    expect([code, sent.length]).toEqual([0, 18])
    expect(out).toContain('A request got no response')
    expect(out).toContain('The audit ended before these requests were sent.')
  })

  test('one that says nothing at all is no success', async () => {
    const { code, out, sent } = await audit(() => ({ status: 429 }), '--yes')
    expect([code, sent.length]).toEqual([2, 1])
    expect(out).toContain('No mistake found; 40 lints undecided (1 request sent)')
  })

  test('a redirect is named, and not followed', async () => {
    const { out, sent } = await audit(
      () => ({ status: 301, headers: { Location: 'https://other.example/items' } }),
      '--yes',
    )
    expect(sent.every(({ url }) => url.startsWith('https://api.example.com/'))).toBe(true)
    expect(out).toMatch(/redirects to\s+`https:\/\/other\.example\/items`/)
  })

  test('an API that does not allow the given origin is said to', async () => {
    const { code, out } = await audit(({ path }) => ({ status: path === '/items' ? 401 : 404 }), '--yes')
    expect(code).toBe(0)
    expect(out).toMatch(/The server responded `401` to your own page, without CORS headers\./)
  })
})

describe('wrong usage', () => {
  test.each([
    [['audit'], 'name one URL to audit'],
    [
      ['audit', 'shop.har', '--origin', APP],
      'the URL must begin with https:// or http://, not be "shop.har"',
    ],
    [['audit', API], 'name a page that calls this API: --origin https://app.example.com'],
    [['audit', API, '--origin', 'app'], '--origin must be the origin of a page, not "app"'],
    [['audit', API, '--origin', 'null'], '--origin must be the origin of a page, not "null"'],
    [['audit', API, '--origin', APP, '--header', 'x'], "--header must be 'Name: value'; number 1 isn't"],
    [['audit', API, '--origin', APP, '--header', 'origin: x'], 'the audit sets origin itself'],
    [['audit', API, '--origin', APP, '--timeout', 'x'], '--timeout must be a number of seconds, not "x"'],
    [['audit', API, '--origin', APP, '--format', 'xml'], 'audit has no "xml" format; use text, json'],
    [['audit', API, '--orign', APP], "Unknown option '--orign'; did you mean --origin?"],
    [['audit', 'https://u:p@api.example.com/', '--origin', APP], 'the URL contains a password'],
    [['auidt', API], 'there is no command "auidt"; did you mean audit?'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await whycors(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('the options may come before the command', async () => {
    const { code, out } = await whycors(['--dry-run', 'audit', API, '--origin', APP])
    expect([code, out]).toEqual([0, expect.stringMatching(/^39 requests/)])
  })

  test('the help has an example', async () => {
    expect((await whycors(['help', 'audit'])).out).toBe((await whycors(['audit', '--help'])).out)
  })
})
