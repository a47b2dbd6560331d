import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { diff } from '../../src/index.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'
import { whycors } from './run-whycors.ts'

const API = 'https://api.test'
const ALLOWS = { 'Access-Control-Allow-Origin': 'https://app.example' }
const works = (url: string, page?: string): object =>
  chromeEntry({
    url,
    response: { 'Access-Control-Allow-Origin': '*' },
    ...(page === undefined ? {} : { page }),
  })
const fails = (url: string, page?: string): object =>
  chromeEntry({ url, error: 'net::ERR_FAILED', ...(page === undefined ? {} : { page }) })

const before = harText([
  fails(`${API}/users/1`),
  works(`${API}/orders/17`),
  fails(`${API}/health`),
  works(`${API}/same`),
  fails(`${API}/old`),
])
const after = harText([
  works(`${API}/users/2`),
  fails(`${API}/orders/18`),
  fails(`${API}/health`),
  works(`${API}/same`),
  fails(`${API}/new`),
])

const compare = async (files: readonly [string, string], ...args: readonly string[]) =>
  await whycors(['diff', 'a.har', 'b.har', ...args], { 'a.har': files[0], 'b.har': files[1] })

test('says as JSON what was fixed, broke, is still blocked, appeared and is gone', async () => {
  const { code, out, err } = await compare([before, after], '--format', 'json')
  const report = JSON.parse(out)
  expect(code).toBe(1)
  expect(err).toBe('')
  const paths = (list: readonly { pathPattern: string }[]) => list.map((one) => one.pathPattern)
  expect({
    format: report.format,
    fixed: paths(report.fixed),
    broken: paths(report.broken),
    stillBlocked: paths(report.stillBlocked),
    appeared: paths(report.appeared),
    gone: paths(report.gone),
    unclear: report.unclear,
    unchanged: report.unchanged,
  }).toEqual({
    format: 1,
    fixed: ['/users/{id}'],
    broken: ['/orders/{id}'],
    stillBlocked: ['/health'],
    appeared: ['/new'],
    gone: ['/old'],
    unclear: [],
    unchanged: 1,
  })
  expect(report.broken[0]).toMatchObject({
    method: 'GET',
    target: API,
    before: { outcome: 'allowed', requests: 1, blocked: 0, rules: [], entry: 1 },
    after: {
      outcome: 'blocked',
      requests: 1,
      blocked: 1,
      origins: ['https://app.example'],
      rules: ['allow-origin-missing'],
      url: `${API}/orders/18`,
    },
  })
  expect(report.appeared[0].before).toBe(null)
  expect(report.gone[0].after).toBe(null)
})

test('is what the library returns', async () => {
  const { out } = await compare([before, after], '--format', 'json')
  expect(await diff(before, after, { names: ['a.har', 'b.har'] })).toEqual(JSON.parse(out))
})

test('exits with 0 if nothing broke, however much is still blocked', async () => {
  const { code, out } = await compare([before, before])
  expect(code).toBe(0)
  expect(out).toContain('3 still blocked, 2 not blocked in either.')
  // What is the same in both is said once.
  expect(out).not.toContain('before:')
  expect(out.match(/The response has no/g)).toHaveLength(3)
})

test('prints what broke first, with the reason before and after', async () => {
  const { out } = await compare([before, after])
  expect(out.indexOf('Broken (1)')).toBeLessThan(out.indexOf('Fixed (1)'))
  expect(out).toContain('  ✗ GET https://api.test/orders/{id}\n')
  expect(out).toMatch(/after: The response has no `Access-Control-Allow-Origin`\./)
})

test('tells pages apart: a fix for one does not hide that another is blocked now', async () => {
  const [shop, admin] = ['https://shop.example', 'https://admin.example']
  const { code, out } = await compare(
    [
      harText([fails(`${API}/x`, shop), works(`${API}/x`, admin)]),
      harText([works(`${API}/x`, shop), fails(`${API}/x`, admin)]),
    ],
    '--format',
    'json',
  )
  const report = JSON.parse(out)
  expect(code).toBe(1)
  expect(report.fixed[0].after.origins).toEqual([shop])
  expect(report.broken[0].after.origins).toEqual([admin])
})

test('matches requests of another page if neither recording has the other one’s', async () => {
  const { out } = await compare(
    [harText([fails(`${API}/x`)]), harText([works(`${API}/x`, 'https://staging.example')])],
    '--format',
    'json',
  )
  expect(JSON.parse(out).fixed).toHaveLength(1)
})

test('counts a request that fails for another reason now as unclear, not as fixed', async () => {
  const refused = chromeEntry({ url: `${API}/x`, status: 0, error: 'net::ERR_CONNECTION_REFUSED' })
  const { code, out } = await compare([harText([fails(`${API}/x`)]), harText([refused])], '--format', 'json')
  const report = JSON.parse(out)
  expect(code).toBe(0)
  expect(report.fixed).toEqual([])
  expect(report.unclear).toHaveLength(1)
})

test('a method that the preflight no longer allows is broken', async () => {
  const put = (methods: string, error: string | null) => {
    const entry = {
      url: `${API}/x/1`,
      method: 'PUT',
      response: { ...ALLOWS, 'Access-Control-Allow-Methods': methods },
    }
    return harText([
      chromePreflight(entry),
      error === null ? chromeEntry(entry) : chromeEntry({ ...entry, status: 0, error }),
    ])
  }
  const { code, out } = await compare([put('PUT', null), put('GET', 'net::ERR_FAILED')], '--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out).broken[0].after.rules[0]).toBe('method-not-allowed')
})

test('warns if nothing is in both recordings', async () => {
  const { code, err } = await compare([harText([fails(`${API}/x`)]), harText([works(`${API}/y`)])])
  expect(code).toBe(0)
  expect(err).toContain('check that both are of the same steps')
})

test.each([
  [['diff', 'a.har'], 'diff needs two recordings'],
  [['diff', 'a.har', 'b.har', 'c.har'], 'diff needs two recordings'],
  [['diff', '-', '-'], 'only one of the two recordings can be standard input'],
  [['diff', 'a.har', 'none.har'], 'none.har: no such file'],
  [['diff', 'a.har', 'b.har', '--format', 'sarif'], 'diff has no sarif format'],
])('%j is an error', async (args, says) => {
  const { code, out, err } = await whycors(args, { 'a.har': before, 'b.har': after })
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(says)
})

const HOSTILE = '`<img src=x>`[a](https://evil.test)@team\u202e\u001b[31m'

test('values of the recording are inert in markdown and on a terminal', async () => {
  const hostile = harText([
    chromeEntry({
      url: `${API}/${HOSTILE}`,
      error: 'net::ERR_FAILED',
      response: { 'Access-Control-Allow-Origin': HOSTILE },
    }),
  ])
  for (const format of ['text', 'markdown', 'json']) {
    const { out } = await compare([harText([works(`${API}/${HOSTILE}`)]), hostile], '--format', format)
    expect(out).not.toContain('\u001b')
    expect(out).not.toContain('\u202e')
    if (format !== 'markdown') continue
    const html = new MarkdownIt({ html: true, linkify: true }).render(out)
    expect(html).not.toMatch(/<(?:img|a)\b/)
    expect(html.replace(/<code>[\s\S]*?<\/code>/g, '')).not.toContain('@team')
  }
})

test('secrets are masked unless they are asked for', async () => {
  const secret = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'
  const url = `${API}/x?access_token=${secret}`
  const { out } = await compare([harText([works(url)]), harText([fails(url)])], '--format', 'json')
  expect(out).not.toContain(secret)
  const shown = await compare(
    [harText([works(url)]), harText([fails(url)])],
    '--format',
    'json',
    '--show-secrets',
  )
  expect(shown.out).toContain(secret)
})
