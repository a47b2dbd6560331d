import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { sarifFaults } from './sarif-faults.ts'

const logOf = async (har: string | Uint8Array, name = 'a.har') => {
  const { out } = await whycors(['--format', 'sarif', '--', name], { [name]: har })
  return JSON.parse(out)
}

const recordings = ['recordings', 'explain/recordings', 'field/recordings'].flatMap((folder) =>
  readdirSync(`test/${folder}`).flatMap((name) =>
    /\.har(\.gz)?$/.test(name) ? [`test/${folder}/${name}`] : [],
  ),
)

test.each(['src/cli/sample.har', ...recordings])(
  'the official schema accepts the log of %s',
  async (path) => {
    const file = readFileSync(path)
    expect(sarifFaults(await logOf(path.endsWith('.gz') ? gunzipSync(file) : file))).toEqual([])
  },
)

test.each([
  'my shop.har',
  'C:\\work\\shop.har',
  '/tmp/ü/100%.har',
  'a?b#c.har',
  '\u0000\ud800[x].har',
  '//host/share.har',
  'a:b.har',
  '-.har',
])('a file called %j is a reference that the schema accepts', async (name) => {
  const log = await logOf(harText([chromeEntry({ error: 'net::ERR_FAILED' })]), name)
  expect(log.runs[0].results).toHaveLength(1)
  expect(sarifFaults(log)).toEqual([])
})

test('the schema refuses what is none', async () => {
  const log = await logOf(readFileSync('src/cli/sample.har'))
  const [run] = log.runs
  const [result, ...results] = run.results
  const withResult = (changed: object) => ({
    ...log,
    runs: [{ ...run, results: [{ ...result, ...changed }, ...results] }],
  })
  expect(sarifFaults(withResult({}))).toEqual([])
  expect(sarifFaults(withResult({ level: 'fatal' }))).not.toEqual([])
  expect(sarifFaults(withResult({ message: {} }))).not.toEqual([])
  expect(sarifFaults(withResult({ severity: 1 }))).not.toEqual([])
  expect(
    sarifFaults(
      withResult({ locations: [{ physicalLocation: { artifactLocation: { uri: 'my shop.har' } } }] }),
    ),
  ).not.toEqual([])
  expect(sarifFaults({ ...log, version: '2.0.0' })).not.toEqual([])
})
