import { expect, test } from 'vitest'
import { type Answer, sendTo } from '../checks/run-checks.ts'
import { whycors as run } from './run-whycors.ts'

const LIST = `- {url: https://api.test/open, origin: https://shop.test}
- {url: https://api.test/none, origin: https://shop.test, expect: blocked}
`
const ANSWERS: Readonly<Record<string, Answer>> = {
  'GET https://api.test/open': { 'Access-Control-Allow-Origin': '*' },
  'GET https://api.test/none': {},
}

/** Runs a command line where these files are the only ones, and these servers. */
async function whycors(
  args: readonly string[],
  files: Readonly<Record<string, string>> = { 'checks.yaml': LIST },
) {
  const written: Record<string, string> = {}
  const write = async (path: string, text: string): Promise<void> => {
    written[path] = text
  }
  return { ...(await run(args, files, sendTo(ANSWERS), { write })), written }
}

test('check --file makes each check of a list', async () => {
  expect(await whycors(['check', '--file', 'checks.yaml'])).toMatchObject({ code: 0, err: '' })
  expect((await whycors(['check', '--file', 'checks.yaml'])).out).toBe(`checks.yaml

1  ✓  GET api.test/open  allowed
2  ✓  GET api.test/none  blocked as expected: no Access-Control-Allow-Origin

2 checks, all as expected
`)
})

test('--origin and --engine are for checks that name none', async () => {
  const list = '- url: https://api.test/none\n  code: CORSMissingAllowOrigin\n'
  const args = [
    'check',
    '--file',
    '-',
    '--origin',
    'https://shop.test',
    '--engine',
    'firefox',
    '--format',
    'json',
  ]
  const { out, code } = await whycors(args, { '-': list })
  expect(code).toBe(0)
  expect(JSON.parse(out).checks[0]).toMatchObject({
    origin: 'https://shop.test',
    engine: 'firefox',
    codes: ['CORSMissingAllowOrigin'],
    asExpected: true,
  })
})

test('--write writes other formats as well', async () => {
  const { written, out } = await whycors([
    ...['check', '--file', 'checks.yaml', '--format', 'github'],
    ...['--write', 'junit=out/a=b.xml', '--write=markdown=summary.md'],
  ])
  expect(out).toBe('')
  expect(written['out/a=b.xml']).toContain('<testsuite name="checks.yaml" tests="2" failures="0"')
  expect(written['summary.md']).toContain('2 checks, all as expected.')
})

test.each([
  [['check', '--file', 'none.yaml'], 'none.yaml: no such file'],
  [['check', 'https://api.test', '--file', 'checks.yaml'], '--file is for check without a URL'],
  [['explain', '--file', 'checks.yaml'], '--file is for check without a URL'],
  [['check'], 'name one URL to check: https://…, or a list of checks with --file'],
  [['check', '--file', 'checks.yaml', '--method', 'PUT'], "--method can't be used with --file"],
  [['check', '--file', 'checks.yaml', '--curl', 'curl https://a.test'], "--curl can't be used with --file"],
  [['check', '--file', 'checks.yaml', '--expect', 'blocked'], "--expect can't be used with --file"],
  [
    ['check', '--file', 'checks.yaml', '--concurrency', '0'],
    '--concurrency must be a number from 1 to 32, not "0"',
  ],
  [
    ['check', '--file', 'checks.yaml', '--concurrency', 'many'],
    '--concurrency must be a number from 1 to 32',
  ],
  [['check', '--file', 'checks.yaml', '--write', 'cors.sarif'], '--write must be FORMAT=PATH'],
  [['check', '--file', 'checks.yaml', '--write', 'pdf=a'], '--write must be FORMAT=PATH'],
  [['check', 'https://api.test', '--write', 'sarif=a'], '--write needs --file'],
  [['check', 'https://api.test', '--concurrency', '2'], '--concurrency needs --file'],
  [['check', '--fil', 'checks.yaml'], 'did you mean --file?'],
])('%j is one line, exit code 2', async (args, said) => {
  const { code, out, err } = await whycors(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(said)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})
