import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'
import { recording, whycors } from './run-whycors.ts'

const live = recording('chromium-live')

/** One Chrome entry; what a case is about is given, the rest is what Chrome writes. */
function entry(
  url: string,
  more: { headers?: [string, string][]; sent?: [string, string][]; status?: number; error?: string | null },
) {
  const list = (pairs: [string, string][]) => pairs.map(([name, value]) => ({ name, value }))
  return {
    startedDateTime: '2026-11-20T10:00:00.000Z',
    time: 5,
    _resourceType: 'fetch',
    request: {
      method: 'GET',
      url,
      headers: list([
        ['Host', 'api.example'],
        ['Origin', 'https://app.example'],
        ['Sec-Fetch-Mode', 'cors'],
        ...(more.sent ?? []),
      ]),
    },
    response: {
      status: more.status ?? 200,
      statusText: 'OK',
      headers: list(more.headers ?? []),
      _error: more.error === undefined ? 'net::ERR_FAILED' : more.error,
    },
  }
}

const har = (...entries: unknown[]): string =>
  JSON.stringify({ log: { creator: { name: 'WebInspector', version: '537.36' }, entries } })

const json = async (args: string[], file: string): Promise<Report> =>
  JSON.parse((await whycors(['explain', ...args, '--format', 'json', 'a.har'], { 'a.har': file })).out)

describe('the text report', () => {
  test('says what is wrong, marks the guilty line and gives the fix', async () => {
    const file = har(
      entry('https://api.example/items', {
        headers: [['Access-Control-Allow-Origin', 'https://app.example/']],
      }),
    )
    const { out, code } = await whycors(['a.har'], { 'a.har': file })
    expect(code).toBe(1)
    expect(out).toContain('✗ GET https://api.example/items')
    expect(out).toContain(
      'The response allows `https://app.example/`; the origin is\n  `https://app.example`, without a slash.',
    )
    expect(out).toContain('  ▶   < Access-Control-Allow-Origin: https://app.example/\n')
    expect(out).toContain('      Access-Control-Allow-Origin: https://app.example\n')
  })

  test.each(['chromium-live', 'firefox-gethar', 'playwright', 'chrome-har', 'chromium-generated-live'])(
    'of %s fits 80 columns and has no control character',
    async (name) => {
      const { out } = await whycors(['--all', 'a.har'], { 'a.har': recording(name) })
      expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([])
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/.test(out)).toBe(false)
    },
  )

  test('groups requests that have the same problem, with their number', async () => {
    const file = har(...['/a', '/b', '/c'].map((path) => entry(`https://api.example${path}`, {})))
    const { out } = await whycors(['a.har'], { 'a.har': file })
    expect(out).toContain('blocked, 3 requests')
    expect(out.match(/has no `Access-Control-Allow-Origin`/g)).toHaveLength(1)
    expect(out).toContain('and GET https://api.example/b')
  })

  const mixed = harText([
    chromeEntry({ error: 'net::ERR_FAILED' }),
    chromePreflight({
      at: 100,
      url: 'https://api.test/items/7',
      method: 'PUT',
      response: {
        'Access-Control-Allow-Origin': 'https://app.example',
        'Access-Control-Allow-Methods': 'PUT',
      },
    }),
    chromeEntry({ at: 100, url: 'https://api.test/items/7', method: 'PUT', error: 'net::ERR_FAILED' }),
  ])

  test('says of each request of a group why it was preflighted or not', async () => {
    const { out } = await whycors(['explain', 'a.har'], { 'a.har': mixed })
    expect(out).toContain('blocked, 2 requests')
    expect(out).toContain('- `GET /items`: Not needed (simple `GET`).')
    expect(out).toMatch(/- `PUT \/items\/7`: Needed because of the method `PUT`\./)
  })

  test('so does the markdown', async () => {
    const { out } = await whycors(['explain', '--format', 'markdown', 'a.har'], { 'a.har': mixed })
    expect(out).toMatch(/^- `GET \/items`: Not needed .*\n- `PUT \/items\/7`: Needed because/m)
  })

  test('shows the paired preflight as request and answer, and says that the request was never sent', async () => {
    const { out } = await whycors(['a.har'], { 'a.har': live })
    const block =
      out.split(/\n\d+\. ✗ /).find((one) => one.includes('preflight response has status `404`')) ?? ''
    expect(block).toMatch(
      /OPTIONS .*preflight, entry \d+\n {6}> Origin: .*\n {6}> Access-Control-Request-Method: PUT/,
    )
    expect(block).toContain('  ▶   < 404 Not Found')
    expect(block).toContain('never sent')
  })

  test('says that nothing was blocked, and exits with 0', async () => {
    const shared = entry('https://api.example/', {
      headers: [['Access-Control-Allow-Origin', '*']],
      error: null,
    })
    const { out, code } = await whycors(['a.har'], { 'a.har': har(shared) })
    expect(code).toBe(0)
    expect(out).toContain('1 allowed')
  })
})

describe('the JSON report', () => {
  test('has the documented shape', async () => {
    const report = await json([], live)
    expect(report.format).toBe(1)
    expect(report.tool.name).toBe('whycors')
    expect(report.sources).toEqual([
      { file: 'a.har', creator: 'WebInspector 537.36', entries: 504, browser: 'chromium' },
    ])
    const preflight = report.exchanges.find(({ causes }) => causes[0]?.rule === 'preflight-status-not-ok')
    expect(preflight?.verdict).toBe('blocked')
    expect(preflight?.entries.preflight).toBeTypeOf('number')
    expect(preflight?.facts.preflightNeeded).toMatchObject({ known: true, value: true })
    expect(preflight?.engines.firefox.codes).toContain('CORSPreflightDidNotSucceed')
    expect(preflight?.causes[0]?.step.url).toMatch(/^https:\/\/fetch\.spec\.whatwg\.org\/#/)
    expect(Object.keys(preflight?.engines ?? {})).toEqual(['spec', 'chromium', 'firefox', 'webkit'])
  })

  test('lists the shared requests only with --all', async () => {
    const types = async (...args: string[]) =>
      new Set((await json(args, live)).exchanges.map(({ verdict }) => verdict))
    expect(await types()).toEqual(new Set(['blocked', 'unexplained']))
    expect(await types('--all')).toContain('shared')
  })

  test('merges one policy per API origin, and never lets `*` go with credentials', async () => {
    const { policies } = await json([], live)
    const policy = policies.find(({ target }) => target === 'https://api.other.test:9544')?.policy
    expect(policy?.origins).toContain('https://app.example.test:9543')
    expect(policy?.credentials).toBe(true)
    expect(policies.some(({ policy: one }) => one.origins === '*' && one.credentials)).toBe(false)
    expect(policies.some(({ policy: one }) => one.origins.includes('null'))).toBe(false)
  })

  test('names the entries that could not be read, and judges all others', async () => {
    const good = entry('https://api.example/', {})
    const report = await json([], har(good, { request: { method: 'GET', url: 7 } }, null, good))
    expect(report.skipped.map(({ entry: index }) => index)).toEqual([1, 2])
    expect(report.skipped[0]?.why).toContain('request.url')
    expect(report.exchanges).toHaveLength(2)
  })

  test('takes another engine’s rules with --engine', async () => {
    const file = har(
      {
        ...entry('https://api.example/', { status: 0 }),
        request: { method: 'PUT', url: 'https://api.example/', headers: [] },
      },
      {
        ...entry('https://api.example/', { status: 404, error: null }),
        _resourceType: 'preflight',
        _initiator: { type: 'preflight' },
        request: {
          method: 'OPTIONS',
          url: 'https://api.example/',
          headers: [
            { name: 'Origin', value: 'https://app.example' },
            { name: 'Access-Control-Request-Method', value: 'PUT' },
          ],
        },
      },
    )
    const first = async (engine: string) =>
      (await json(['--engine', engine], file)).exchanges[0]?.causes[0]?.rule
    expect(await first('chromium')).toBe('allow-origin-missing')
    expect(await first('webkit')).toBe('preflight-status-not-ok')
  })

  test('keeps to one API origin with --origin', async () => {
    const file = har(entry('https://api.example/', {}), entry('https://cdn.example/', {}))
    const report = await json(['--origin', 'https://cdn.example/x'], file)
    expect(report.exchanges.map(({ url }) => url)).toEqual(['https://cdn.example/'])
  })

  test('takes several files, and says of each fetch in which it stands', async () => {
    const files = {
      'a.har': har(entry('https://a.example/', {})),
      'b.har': har(entry('https://b.example/', {})),
    }
    const { out } = await whycors(['--format', 'json', 'a.har', 'b.har'], files)
    const report: Report = JSON.parse(out)
    expect(report.exchanges.map(({ file, url }) => [report.sources[file]?.file, url])).toEqual([
      ['a.har', 'https://a.example/'],
      ['b.har', 'https://b.example/'],
    ])
  })
})

describe('secrets and hostile text', () => {
  const secret = 's3cr3t-Xy7Zq9'
  const file = har(
    entry(`https://api.example/?access_token=${secret}&page=2`, {
      sent: [
        ['Cookie', `session=${secret}`],
        ['Authorization', `Bearer ${secret}`],
        ['X-Api-Key', secret],
      ],
      headers: [
        ['Set-Cookie', `session=${secret}; Secure`],
        ['Access-Control-Allow-Origin', '\x1b[31mred\x1b[0m'],
      ],
    }),
  )

  test.each(['text', 'json', 'ndjson', 'markdown', 'sarif', 'junit'])(
    'are masked and escaped as %s',
    async (format) => {
      const { out } = await whycors(['--format', format, 'a.har'], { 'a.har': file })
      expect(out).not.toContain(secret)
      expect(out).not.toContain('\x1b')
      expect(out).toContain('page=2')
    },
  )

  test('are shown with --show-secrets, control characters still escaped', async () => {
    const { out } = await whycors(['--show-secrets', 'a.har'], { 'a.har': file })
    expect(out).toContain(`Bearer ${secret}`)
    expect(out).not.toContain('\x1b')
  })
})
