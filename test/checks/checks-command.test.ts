import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { WireRequest } from '../../src/check/wire.ts'
import { sarifFaults } from '../sarif/sarif-faults.ts'
import { runChecks, sendTo } from './run-checks.ts'

const ANY = { 'Access-Control-Allow-Origin': '*' }
const SHOP = 'origin: https://shop.test'
const LIST = `
- {url: https://api.test/items?page=1, ${SHOP}}
- {url: https://api.test/items/7, ${SHOP}, method: PUT}
- {url: https://api.test/items/8, ${SHOP}, method: PUT, expect: blocked}
- {url: https://api.test/items/9, ${SHOP}, method: DELETE}
- {url: https://api.test/open, origin: https://evil.test, expect: blocked}
- {url: https://api.test/none, ${SHOP}, code: MissingAllowOriginHeader}
- {url: https://api.test/none, ${SHOP}, code: allow-origin-missing}
- {url: https://api.test/none, ${SHOP}, code: AllowOriginMismatch}
- {url: https://down.test/, ${SHOP}}
- {url: https://down.test/, ${SHOP}, expect: blocked}
- {url: https://api.test/post, ${SHOP}, method: POST, data: a=1}
- {url: http://api.test/post, ${SHOP}}
- {url: https://api.test/items/7, ${SHOP}, method: PUT, expect: blocked}
- {url: https://api.test/items/8, ${SHOP}, method: PUT, code: HeaderDisallowedByPreflightResponse}
`
const send = sendTo({
  'GET https://api.test/items?page=1': ANY,
  'GET https://api.test/open': ANY,
  'GET https://api.test/none': {},
  'OPTIONS https://api.test/items/7': { ...ANY, 'Access-Control-Allow-Methods': 'PUT' },
  'OPTIONS https://api.test/items/8': ANY,
  'OPTIONS https://api.test/items/9': ANY,
})
const GOOD = `- {url: https://api.test/open, ${SHOP}}\n`

describe('a list of checks', () => {
  it('has a line for each, and an explanation of those that differ', async () => {
    const { code, out, err } = await runChecks(LIST, send)
    expect([code, err]).toEqual([1, ''])
    expect(out.split('\n\n')[1]?.split('\n')).toEqual([
      ' 1  ✓  GET    api.test/items    allowed',
      " 2  ✓  PUT    api.test/items/7  preflight allowed; the request isn't sent without --send",
      ' 3  ✓  PUT    api.test/items/8  blocked as expected: PUT not allowed',
      ' 4  ✗  DELETE api.test/items/9  blocked, expected allowed: DELETE not allowed',
      ' 5  ✗  GET    api.test/open     allowed, expected blocked',
      ' 6  ✓  GET    api.test/none     blocked as expected: no Access-Control-Allow-Origin',
      ' 7  ✓  GET    api.test/none     blocked as expected: no Access-Control-Allow-Origin',
      ' 8  ✗  GET    api.test/none  blocked with MissingAllowOriginHeader, expected AllowOriginMismatch: n…',
      ' 9  !  GET    down.test/        failed: nothing listens on down.test',
      '10  !  GET    down.test/        failed: nothing listens on down.test',
      "11  !  POST   api.test/post     not sent: POST isn't sent without --send",
      '12  ✗  GET    api.test/post     blocked, expected allowed: mixed content (https page, http URL)',
      "13  !  PUT    api.test/items/7  expected blocked: preflight allowed; the request isn't sent without…",
      '14  ✗  PUT    api.test/items/8  blocked with MethodDisallowedByPreflightResponse, expected HeaderDi…',
    ])
    expect(out).toContain('4. ✗ DELETE https://api.test/items/9')
    expect(out).toContain('Add `DELETE` to `Access-Control-Allow-Methods` in the OPTIONS response')
    expect(out).toContain('checks.yaml:5\n')
    expect(out).not.toContain('3. ✗')
    expect(out).toMatch(/14 checks: 5 as expected, 9 not\n$/)
  })

  it('that comes out as expected ends with 0', async () => {
    const { code, out } = await runChecks(GOOD, send)
    expect([code, out]).toEqual([
      0,
      'checks.yaml\n\n1  ✓  GET api.test/open  allowed\n\n1 check, as expected\n',
    ])
  })

  it('is made so many at a time, in its order, with progress', async () => {
    let [now, most] = [0, 0]
    const urls: string[] = []
    const { shown, code } = await runChecks(
      Array.from({ length: 30 }, (_, i) => `- {url: https://api.test/${i}, ${SHOP}}\n`).join(''),
      async (request, options) => {
        urls.push(request.url)
        most = Math.max(most, ++now)
        await new Promise((resolve) => setTimeout(resolve, 2))
        now--
        return await sendTo({ [`GET ${request.url}`]: ANY })(request, options)
      },
      { concurrency: 3 },
    )
    expect([code, most, urls.length]).toEqual([0, 3, 30])
    expect([shown[0], shown.at(-2), shown.at(-1)]).toEqual(['1 of 30 checks', '30 of 30 checks', ''])
  })

  it('sends what the page would, and cookies only with credentials', async () => {
    const sent: WireRequest[] = []
    const row = (more: string) =>
      `- {url: https://api.test/a, ${SHOP}, headers: {Cookie: sid=1, X-A: 2}${more}}\n`
    const allowed = {
      'Access-Control-Allow-Origin': 'https://shop.test',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Headers': 'x-a',
    }
    const list = row(', credentials: same-origin') + row('')
    await runChecks(
      list,
      sendTo({ 'OPTIONS https://api.test/a': allowed, 'GET https://api.test/a': allowed }, sent),
      { concurrency: 1 },
    )
    const cookies = sent.map(({ method, headers }) => [
      method,
      headers.find(([name]) => /^cookie$/i.test(name))?.[1],
    ])
    expect(cookies).toEqual([
      ['OPTIONS', undefined],
      ['GET', undefined],
      ['OPTIONS', undefined],
      ['GET', 'sid=1'],
    ])
    expect(sent[0]?.headers).toContainEqual(['Access-Control-Request-Headers', 'x-a'])
  })

  it('sends what changes something only if that is wanted', async () => {
    const sent: WireRequest[] = []
    const list = `- {url: https://api.test/items/7, ${SHOP}, method: PUT}\n`
    const answers = {
      'OPTIONS https://api.test/items/7': { ...ANY, 'Access-Control-Allow-Methods': 'PUT' },
      'PUT https://api.test/items/7': {},
    }
    expect((await runChecks(list, sendTo(answers, sent))).code).toBe(0)
    expect(sent.map(({ method }) => method)).toEqual(['OPTIONS'])
    const { code, out } = await runChecks(list, sendTo(answers, sent), { sendsChanges: true })
    expect(sent.map(({ method }) => method)).toEqual(['OPTIONS', 'OPTIONS', 'PUT'])
    expect(code).toBe(1)
    expect(out).toContain('blocked, expected allowed: no Access-Control-Allow-Origin')
  })

  it.each([
    [
      '- {url: https://api.test, orign: https://shop.test}',
      'whycors: checks.yaml:1:27: there is no key "orign"; did you mean origin?\n',
    ],
    ['[', 'whycors: checks.yaml:1:2: not valid YAML: '],
    ['', 'whycors: checks.yaml: empty; write a list'],
    ['x'.repeat(9_000_000), 'whycors: checks.yaml: larger than 1 MB'],
  ])('that can’t be read is one line and exit code 2', async (list, said) => {
    const { code, out, err } = await runChecks(list, send)
    expect([code, out]).toEqual([2, ''])
    expect(err.startsWith(said)).toBe(true)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('that isn’t there is one line, too', async () => {
    const { code, err } = await runChecks('', send, { file: 'none.yaml' })
    expect([code, err]).toEqual([2, 'whycors: none.yaml: no such file\n'])
  })
})

const SECRET = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'
const SECRETS = `
- url: https://api.test/a?access_token=${SECRET}
  ${SHOP}
  headers: {Authorization: Bearer ${SECRET}, Cookie: sid=${SECRET}}
  credentials: include
- url: https://down.test/${SECRET}
  ${SHOP}
`
const FORMATS = ['text', 'json', 'ndjson', 'markdown', 'sarif', 'junit', 'github'] as const

describe('in each format', () => {
  it.each(FORMATS)('%s masks secrets, unless they are wanted', async (format) => {
    const answers = { [`OPTIONS https://api.test/a?access_token=${SECRET}`]: { 'X-Echo': SECRET } }
    const masked = await runChecks(SECRETS, sendTo(answers), { format })
    expect(masked.code).toBe(1)
    expect(masked.out).not.toContain(SECRET.slice(0, 20))
    expect(masked.out.length).toBeGreaterThan(100)
    const shown = await runChecks(SECRETS, sendTo(answers), { format, showSecrets: true, full: true })
    if (format !== 'github' && format !== 'junit')
      expect(shown.out.replace(/\s+/g, '')).toContain(SECRET.slice(0, 20))
  })

  it.each(FORMATS)('%s keeps what a server sends from being more than a value', async (format) => {
    const evil = '"]]>\u001b[31m<script>|`::error::\u202e'
    const answers = { 'GET https://api.test/open': { 'Access-Control-Allow-Origin': evil } }
    const { out } = await runChecks(GOOD, sendTo(answers), { format })
    expect(out).not.toContain('\u001b')
    expect(out).not.toMatch(/^\s*::error::/m)
    if (format === 'junit') expect(out).not.toContain('<script>')
    if (format === 'json' || format === 'sarif') expect(() => JSON.parse(out)).not.toThrow()
  })

  it('json says what was expected and what happened, and keeps to its schema', async () => {
    const { out } = await runChecks(LIST, send, { format: 'json' })
    const report = JSON.parse(out)
    expect([report.format, report.file, report.asExpected, report.notAsExpected]).toEqual([
      1,
      'checks.yaml',
      5,
      9,
    ])
    expect(report.checks[3]).toMatchObject({
      line: 5,
      method: 'DELETE',
      url: 'https://api.test/items/9',
      origin: 'https://shop.test',
      engine: 'chromium',
      expected: { outcome: 'allowed', code: null },
      outcome: 'blocked',
      reason: '`DELETE` not allowed',
      codes: ['MethodDisallowedByPreflightResponse'],
      rules: ['method-not-allowed'],
      asExpected: false,
      exchange: { verdict: 'blocked', method: 'DELETE' },
    })
    expect(report.checks[10]).toMatchObject({ outcome: 'not sent', exchange: null })
    const isReport = new Ajv({ allErrors: true }).compile(
      JSON.parse(readFileSync('src/schema/checks.json', 'utf8')),
    )
    isReport(report)
    expect(isReport.errors ?? []).toEqual([])
  })

  it('ndjson has a line for each check, then the rest', async () => {
    const lines = (await runChecks(LIST, send, { format: 'ndjson' })).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(15)
    expect(lines[4]).toMatchObject({ line: 6, outcome: 'allowed', asExpected: false })
    expect(lines[14]).toMatchObject({ format: 1, asExpected: 5, notAsExpected: 9 })
  })

  it('sarif has a result at the line of each check that differs', async () => {
    const log = JSON.parse((await runChecks(LIST, send, { format: 'sarif' })).out)
    expect(sarifFaults(log)).toEqual([])
    const [{ results, tool }] = log.runs
    expect(results.map((one: { ruleId: string }) => one.ruleId)).toEqual([
      'method-not-allowed',
      'check-allowed',
      'allow-origin-missing',
      ...Array(3).fill('check-failed'),
      'check-blocked',
      'check-allowed',
      'method-not-allowed',
    ])
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'checks.yaml' },
      region: { startLine: 5 },
    })
    expect(new Set(tool.driver.rules.map(({ id }: { id: string }) => id))).toEqual(
      new Set(results.map((one: { ruleId: string }) => one.ruleId)),
    )
    const fingerprints = results.map((one: { partialFingerprints: object }) =>
      JSON.stringify(one.partialFingerprints),
    )
    expect(new Set(fingerprints).size).toBe(results.length)
    const moved = JSON.parse((await runChecks(`\n# one line more\n${LIST}`, send, { format: 'sarif' })).out)
    expect(
      moved.runs[0].results.map((one: { partialFingerprints: object }) =>
        JSON.stringify(one.partialFingerprints),
      ),
    ).toEqual(fingerprints)
  })

  it('junit has a test case for each check', async () => {
    const { out } = await runChecks(LIST, send, { format: 'junit' })
    expect(out.match(/<testcase /g)).toHaveLength(14)
    expect(out.match(/<failure /g)).toHaveLength(9)
    expect(out).toContain('<testsuite name="checks.yaml" tests="14" failures="9" errors="0" skipped="0">')
    expect(out).toContain('line="5">\n      <failure type="method-not-allowed"')
  })

  it('github has an annotation at the line of each check that differs', async () => {
    const lines = (await runChecks(LIST, send, { format: 'github' })).out.trimEnd().split('\n')
    expect(lines).toHaveLength(9)
    expect(lines[0]).toBe(
      '::error file=checks.yaml,line=5,title=DELETE https%3A//api.test/items/9::blocked, expected allowed: `DELETE` not allowed (from https://shop.test)',
    )
  })

  it('markdown has a table, then a section for each check that differs', async () => {
    const { out } = await runChecks(LIST, send, { format: 'markdown' })
    expect(out).toContain(
      '| 4 | ❌ | `DELETE` `https://api.test/items/9` | `https://shop.test` | blocked, expected allowed: `DELETE` not allowed |',
    )
    expect(out).toContain('### `DELETE https://api.test/items/9` from `https://shop.test`')
    expect(out).not.toContain('### `PUT https://api.test/items/7`')
  })
})
