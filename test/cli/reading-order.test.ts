import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMMAND_HELP, COMMAND_NAMES } from '../../src/cli/help.ts'
import type { BriefReport } from '../../src/internal.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { recording, whycors } from './run-whycors.ts'

const sample = readFileSync(new URL('../../src/cli/sample.har', import.meta.url), 'utf8')
const files = {
  'sample.har': sample,
  'shop.har': sample,
  'before.har': sample,
  'after.har': sample,
  'live.har': recording('chromium-live'),
}

/** The recordings of the examples of `diff`. */
const COMPARED = Object.fromEntries(
  ['before', 'after', 'main', 'branch'].map((name) => [`${name}.har`, sample]),
)

/** The numbers of the blocks, and those of the list. */
const blocks = (out: string) => [...out.matchAll(/^(\d+)\. [✗?!✓·] /gm)].map(([, number]) => Number(number))
const listed = (out: string) => [...out.matchAll(/^ *(\d+) {2}[✗?!✓·] {2}.*$/gm)]

describe('explain', () => {
  test('begins with one line per problem, and ends with what to run next', async () => {
    const { out } = await whycors(['explain', 'shop.har'], files)
    expect(listed(out).map(([, number]) => Number(number))).toEqual(blocks(out))
    expect(blocks(out)).toHaveLength(11)
    const [first] = listed(out)
    expect(first?.[0]).toMatch(
      /^ 1 {2}✗ {2}GET +api\.example\.test\/api\/products {2,}.*Access-Control-Allow-Origin/,
    )
    expect(out.indexOf(first?.[0] ?? '?')).toBeLessThan(out.search(/^1\. ✗/m))
    const next = out.slice(out.indexOf('\nWhat next\n'))
    expect(next).toContain('whycors explain shop.har 1 ')
    expect(next).toContain('whycors fix shop.har ')
    expect(next.trim().split('\n').length).toBeLessThan(6)
  })

  test('counts the requests of a problem in its line', async () => {
    const { out } = await whycors(['explain', 'live.har'], files)
    const counted = listed(out).flatMap(([line]) => /×(\d+)$/.exec(line)?.[1] ?? [])
    const told = [...out.matchAll(/^\d+\. [✗?!✓·] .*, (\d+) requests$/gm)].map(([, count]) => count)
    expect(counted.length).toBeGreaterThan(0)
    expect(counted).toEqual(told)
  })

  test('with a number explains that problem alone, under the number that it has in the list', async () => {
    const whole = (await whycors(['explain', 'shop.har'], files)).out
    const { out, code } = await whycors(['explain', 'shop.har', '3'], files)
    expect([code, blocks(out), listed(out)]).toEqual([1, [3], []])
    expect(whole).toContain(out.slice(0, out.indexOf('\nWhat next')))
  })

  test('with a number of a failure that is not CORS exits with 0', async () => {
    expect((await whycors(['explain', 'shop.har', '11'], files)).code).toBe(0)
  })

  test('with a number that is not in the list says which there are', async () => {
    const { code, err } = await whycors(['explain', 'shop.har', '12'], files)
    expect([code, err]).toEqual([2, 'whycors: there is no problem 12; the numbers go from 1 to 11\n'])
  })

  test.each(['json', 'ndjson', 'markdown', 'sarif'])(
    'with a number shows it alone as %s too',
    async (format) => {
      const { out } = await whycors(['explain', 'shop.har', '9', '--format', format], files)
      expect(out).toContain('api.payments.test')
      expect(out).not.toContain('orders.fulfil.test')
    },
  )

  test('numbers the problems through all files', async () => {
    const { out } = await whycors(['explain', 'shop.har', 'live.har', '12'], files)
    expect(blocks(out)).toEqual([12])
    expect(out).not.toContain('shop.example.test')
  })

  test('--brief prints the list alone', async () => {
    const { out } = await whycors(['explain', 'shop.har', '--brief'], files)
    expect(listed(out)).toHaveLength(11)
    expect(blocks(out)).toEqual([])
  })

  test('--brief as JSON has the same problems, in at most 1 kB each', async () => {
    const { out } = await whycors(['explain', 'live.har', '--brief', '--format', 'json'], files)
    const { problems } = JSON.parse(out) as BriefReport
    const text = await whycors(['explain', 'live.har'], files)
    expect(problems.map(({ number }) => number)).toEqual(blocks(text.out))
    for (const problem of problems)
      expect(Buffer.byteLength(JSON.stringify(problem))).toBeLessThanOrEqual(1000)
  })

  test('--brief as JSON stays short when the values are long, or written in six bytes each', async () => {
    const long = ['a'.repeat(50_000), '\u2028é'.repeat(20_000), '"\\'.repeat(20_000)]
    const entries = long.map((value) =>
      chromeEntry({
        url: `https://api.example/${encodeURIComponent(value.slice(0, 5000))}?${value.slice(0, 9)}`,
        at: 0,
        response: { 'Access-Control-Allow-Origin': value },
        error: 'net::ERR_FAILED',
      }),
    )
    const { out } = await whycors(['explain', 'a.har', '--brief', '--format', 'ndjson'], {
      'a.har': harText(entries),
    })
    const lines = out.trimEnd().split('\n')
    expect(lines.length).toBe(4)
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(1000)
  })
})

const CHECKS = '- {url: https://api.example.com/items, origin: https://app.example.com}'

describe('help', () => {
  test.each(COMMAND_NAMES.filter((name) => name !== 'mcp'))(
    '%s --help has an example, and each example runs',
    async (command) => {
      const { out, code } = await whycors([command, '--help'])
      expect([out, code]).toEqual([COMMAND_HELP[command], 0])
      const { out: report } = await whycors(['explain', 'shop.har', '--format', 'ndjson'], files)
      const reports = { 'shop.ndjson': report, 'admin.ndjson': report, 'checks.yaml': CHECKS }
      const examples = [...out.matchAll(/^ {2}whycors (.*)$/gm)].map(([, line = '']) =>
        line.replace(/ >>? .*/, ''),
      )
      expect(examples.length).toBeGreaterThan(0)
      for (const example of examples) {
        const args = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = '']) => quoted ?? word)
        const { code: exit, err } = await whycors(args, { ...files, ...COMPARED, ...reports }, undefined, {
          confirm: async () => true,
        })
        expect([example, /^whycors: .*/m.exec(err)?.[0] ?? '']).toEqual([example, ''])
        expect(exit).not.toBe(2)
      }
    },
  )

  test('no argument prints the help, and so does help', async () => {
    const { out, code } = await whycors(['--help'])
    expect(await whycors([])).toEqual({ out, code, err: '' })
    expect(await whycors(['help'])).toEqual({ out, code, err: '' })
    expect((await whycors(['help', 'fix'])).out).toBe(COMMAND_HELP.fix)
  })

  test.each([
    ['explian', 'explain'],
    ['expain', 'explain'],
    ['rule', 'rules'],
    ['fxi', 'fix'],
  ])('%s: did you mean %s?', async (written, meant) => {
    const { code, err } = await whycors([written, 'a.har'])
    expect(code).toBe(2)
    expect(err).toContain(`there is no command "${written}"; did you mean ${meant}?`)
  })

  test('a word that is near no command may be a file', async () => {
    expect((await whycors(['recording'])).err).toContain('whycors explain ./recording')
    expect((await whycors(['./recording'])).err).toContain('no such file')
  })
})
