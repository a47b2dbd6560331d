import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { explain } from '../../src/index.ts'
import { API, APP, sendTo } from '../audit/fake-api.ts'
import { whycors } from '../cli/run-whycors.ts'
import { schemaOf } from './schema-of.ts'

const REPORT = ['src/report/report.ts', 'Report'] as const
const BRIEF = ['src/report/brief-report.ts', 'BriefReport'] as const
const AUDIT = ['src/audit/audit-report.ts', 'AuditReport'] as const
const CHECKS = ['src/checks/checks-report.ts', 'ChecksReport'] as const
const DIFF = ['src/diff/diff-report.ts', 'DiffReport'] as const
const isStrictReport = new Ajv({ allErrors: true }).compile(schemaOf(...REPORT, { strict: true }))
const recordings = ['recordings', 'oracle/recordings'].flatMap((folder) =>
  readdirSync(`test/${folder}`).flatMap((name) =>
    /\.har(\.gz)?$/.test(name) ? [`test/${folder}/${name}`] : [],
  ),
)

test.each([
  [REPORT, 'report.json'],
  [BRIEF, 'brief.json'],
  [DIFF, 'diff.json'],
  [CHECKS, 'checks.json'],
  [AUDIT, 'audit.json'],
])('the published schema is that of %j; `npx vitest run test/schema -u` writes it', async (type, name) => {
  const schema = `${JSON.stringify(schemaOf(type[0] ?? '', type[1] ?? '', { strict: false }), null, 2)}\n`
  await expect(schema).toMatchFileSnapshot(`../../src/schema/${name}`)
})

test('--brief keeps to its schema, and has nothing that the schema lacks', async () => {
  const isStrict = new Ajv({ allErrors: true }).compile(schemaOf(...BRIEF, { strict: true }))
  const { out } = await whycors(['explain', '--brief', '--format', 'json', 'a.har'], {
    'a.har': readFileSync('src/cli/sample.har', 'utf8'),
  })
  isStrict(JSON.parse(out))
  expect(isStrict.errors ?? []).toEqual([])
})

test.each(['--yes', '--dry-run'])(
  'an audit (%s) keeps to its schema, and has nothing that the schema lacks',
  async (option) => {
    const isStrict = new Ajv({ allErrors: true }).compile(schemaOf(...AUDIT, { strict: true }))
    const args = ['audit', API, '--origin', APP, option, '--format', 'json']
    const send = sendTo(({ origin }) => ({
      headers: { 'Access-Control-Allow-Origin': origin },
      status: origin === 'null' ? 503 : 200,
    }))
    isStrict(JSON.parse((await whycors(args, {}, send)).out))
    expect(isStrict.errors ?? []).toEqual([])
  },
)

test.each([
  [['check', 'https://api.test/items', '--origin', 'https://app.test'], REPORT, 'exchanges'],
  [['check', '--file', 'checks.yaml'], CHECKS, 'checks'],
] as const)(
  'what %j prints keeps to its schema, and has nothing that the schema lacks',
  async (args, type, list) => {
    const isStrict = new Ajv({ allErrors: true }).compile(schemaOf(type[0], type[1], { strict: true }))
    const { out } = await whycors([...args, '--format', 'json'], {
      'checks.yaml': '- {url: https://api.test/items, origin: https://app.test}',
    })
    expect(JSON.parse(out)[list]).toHaveLength(1)
    isStrict(JSON.parse(out))
    expect(isStrict.errors ?? []).toEqual([])
  },
)

test('a comparison keeps to its schema, and has nothing that the schema lacks', async () => {
  const isStrict = new Ajv({ allErrors: true }).compile(schemaOf(...DIFF, { strict: true }))
  const before = readFileSync('src/cli/sample.har')
  const { out } = await whycors(['diff', '--format', 'json', 'a.har', 'b.har'], {
    'a.har': before,
    'b.har': readFileSync('test/recordings/chromium-devtools.har'),
  })
  expect(JSON.parse(out).gone.length).toBeGreaterThan(0)
  isStrict(JSON.parse(out))
  expect(isStrict.errors ?? []).toEqual([])
})

test.each(recordings)(
  'the report of %s keeps to the schema, and has nothing that the schema lacks',
  async (path) => {
    const file = readFileSync(path)
    const bytes = path.endsWith('.gz') ? gunzipSync(file) : file
    const report = await explain(bytes, { all: true })
    expect(report.exchanges.length).toBeGreaterThan(0)
    isStrictReport(JSON.parse(JSON.stringify(report)))
    expect(isStrictReport.errors?.slice(0, 5) ?? []).toEqual([])
  },
)

const goldens = readdirSync('test/explain/golden').filter((name) => /^[^.]+\.json$/.test(name))

test.each(goldens)('the golden report %s keeps to it too', (name) => {
  isStrictReport(JSON.parse(readFileSync(`test/explain/golden/${name}`, 'utf8')))
  expect(isStrictReport.errors ?? []).toEqual([])
})

test('the schema refuses what is no report', async () => {
  const isReport = new Ajv().compile(JSON.parse(readFileSync('src/schema/report.json', 'utf8')))
  const report = await explain(readFileSync('test/recordings/chromium-devtools.har'))
  const [first, ...rest] = report.exchanges
  expect(isReport(report)).toBe(true)
  expect(isReport({ ...report, later: 1 })).toBe(true)
  for (const wrong of [
    {},
    { ...report, format: 2 },
    { ...report, exchanges: [{ ...first, verdict: 'guilty' }, ...rest] },
    { ...report, exchanges: [{ ...first, url: undefined }, ...rest] },
  ])
    expect(isReport(JSON.parse(JSON.stringify(wrong)))).toBe(false)
})
