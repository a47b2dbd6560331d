import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { mergePolicyReports } from '../../src/merge/merge-policy-reports.ts'
import type { PolicyReport, Report } from '../../src/report/report.ts'
import { type Ran, whycors } from '../cli/run-whycors.ts'

const recordings = {
  'shop.har': readFileSync('src/cli/sample.har', 'utf8'),
  'chrome.har': readFileSync('test/recordings/chromium-devtools.har', 'utf8'),
  'firefox.har': readFileSync('test/recordings/firefox-devtools.har', 'utf8'),
}
const names = Object.keys(recordings)
const explain = (format: string, ...files: readonly string[]): Promise<Ran> =>
  whycors(['explain', '--format', format, ...files], recordings)
const reports = async (format: string): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await explain(format, name)).out])))

describe('merged reports', () => {
  test.each(['ndjson', 'json'])('of %s are the report of all the recordings', async (format) => {
    const together = JSON.parse((await explain('json', ...names)).out) as Report
    const { code, out, err } = await whycors(['merge', ...names, '--format', 'json'], await reports(format))
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const merged = JSON.parse(out) as Report
    expect(merged.exchanges).toEqual(together.exchanges)
    expect(merged.sources).toEqual(together.sources)
    expect(merged.skipped).toEqual(together.skipped)
    expect(merged.policies.map(({ target }) => target).toSorted()).toEqual(
      together.policies.map(({ target }) => target).toSorted(),
    )
    const valid = new Ajv().compile(JSON.parse(readFileSync('src/schema/report.json', 'utf8')))
    expect(valid(merged), JSON.stringify(valid.errors)).toBe(true)
  })

  test('merged again are the same; NDJSON of several recordings can be in one file', async () => {
    const all = Object.values(await reports('ndjson')).join('')
    const once = await whycors(['merge', '-', '--format', 'ndjson'], { '-': all })
    const twice = await whycors(['merge', '-', '--format', 'ndjson'], { '-': once.out })
    expect(twice.out).toBe(once.out)
  })

  test('read as text: each problem once, with how many recordings have it', async () => {
    const { 'shop.har': shop = '' } = await reports('ndjson')
    const { code, out } = await whycors(['merge', 'a', 'b', 'c'], { a: shop, b: shop, c: shop })
    expect(code).toBe(1)
    const blocked = shop.split('\n').filter((line) => line.includes('"verdict":"blocked"')).length
    expect(out).toMatch(new RegExp(`^3 recordings: \\d+ problems, ${3 * blocked} blocked requests\n`))
    expect(out).toContain('3 requests in 3 recordings, first shop.har, HAR entry ')
    expect(out).not.toContain('in 1 recording')
  })

  test('nothing blocked: exit code 0', async () => {
    const line = `${JSON.stringify({ format: 1, tool: { name: 'whycors' }, sources: [], policies: [], skipped: [] })}\n`
    expect(await whycors(['merge', 'a'], { a: line })).toEqual({
      code: 0,
      out: '0 recordings: nothing blocked\n',
      err: '',
    })
  })
})

describe('what is no report', () => {
  const end = '{"format":1,"tool":{},"sources":[],"policies":[],"skipped":[]}'
  const exchange =
    '{"file":0,"entries":{},"url":"https://a/","method":"GET","verdict":"blocked","headline":"x"}'
  test.each([
    ['', 'whycors: a: line 1: the file is empty\n'],
    ['no JSON\n', 'whycors: a: line 1: neither a JSON report nor a line of NDJSON\n'],
    [`${end}\n{"file"`, 'whycors: a: line 2: not a line of JSON\n'],
    [
      exchange,
      'whycors: a: line 1: the last line, which names the recordings, is missing; was it cut off?\n',
    ],
    ['[]', 'whycors: a: line 1: not an object of a whycors report\n'],
    ['{"log":{"entries":[]}}', 'whycors: a: line 1: not a whycors report\n'],
    [`${end.replace('1', '2')}`, 'whycors: a: line 1: a report of another version of whycors\n'],
    ['{"problems":[]}', 'whycors: a: line 1: a brief report; make it without --brief\n'],
    [
      exchange.replace('"GET"', '7'),
      'whycors: a: line 1: not a fetch as whycors explain --format ndjson prints it\n',
    ],
    [
      end.replace('"policies":[]', '"policies":[{"target":"x","policy":{"origins":[]}}]'),
      'whycors: a: line 1: a policy that is not one of a whycors report\n',
    ],
  ])('%j is one line and exit code 2', async (text, err) => {
    const ran = await whycors(['merge', 'a', '--format', 'ndjson'], { a: text })
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 2, err })
  })

  test('an absent file, no file, another format', async () => {
    expect((await whycors(['merge', 'none'])).err).toBe('whycors: none: no such file\n')
    expect((await whycors(['merge'])).code).toBe(2)
    expect((await whycors(['merge', 'a', '--format', 'sarif'])).code).toBe(2)
  })

  test('hostile values reach no terminal', async () => {
    const hostile = exchange.replace('"x"', '"\\u001b[2J\\u202e"').replace('GET', '\\u001b')
    const { out } = await whycors(['merge', 'a'], { a: `${hostile}\n${end}\n` })
    expect(out).toContain('\\x1b[2J\\u202e')
    expect(out.includes('\u001b') || out.includes('\u202e')).toBe(false)
  })
})

describe('policies of one API', () => {
  const report = (origin: string, credentials: boolean, requests: number): PolicyReport => ({
    target: 'https://api.test',
    policy: {
      origins: [origin],
      methods: [credentials ? 'PUT' : 'GET'],
      headers: [],
      exposed: [],
      credentials,
      maxAge: null,
    },
    askedBy: [
      {
        part: 'origins',
        value: origin,
        entries: Array.from({ length: requests }, (_, entry) => ({ file: 0, entry })),
      },
    ],
  })

  test('are one, with what all of them need', () => {
    const [one, ...others] = mergePolicyReports([
      report('https://b.test', true, 1),
      report('https://a.test', true, 2),
      report('https://b.test', true, 3),
    ])
    expect(others).toEqual([])
    expect(one?.policy).toMatchObject({ origins: ['https://a.test', 'https://b.test'], credentials: true })
    expect(one?.askedBy.map(({ value, entries }) => [value, entries.length])).toEqual([
      ['https://a.test', 2],
      ['https://b.test', 4],
    ])
    expect(one).not.toHaveProperty('leftOut')
  })

  test.each([
    [5, 2, 'https://with.test', 'https://without.test'],
    [2, 5, 'https://without.test', 'https://with.test'],
  ])('never give an origin the credentials of another (%i against %i)', (withThem, without, kept, out) => {
    const [one] = mergePolicyReports([
      report('https://with.test', true, withThem),
      report('https://without.test', false, without),
    ])
    expect(one?.policy.origins).toEqual([kept])
    expect(one?.leftOut?.map(({ origin }) => origin)).toEqual([out])
  })
})
