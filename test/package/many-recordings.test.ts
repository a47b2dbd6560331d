import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, inject, test } from 'vitest'

const RECORDINGS = ['chromium-devtools', 'chromium-export-sanitized', 'firefox-devtools', 'playwright']
const COPIES = 3

/** The commands of the page, as somebody would paste them. */
const [merging = '', counting = '', inParallel = '', mergingReports = ''] = [
  ...readFileSync('docs/many-recordings.md', 'utf8').matchAll(/^```sh\n(.*?)^```/gms),
].map(([, commands]) => commands)

const lines = (text: string): readonly string[] => text.trimEnd().split('\n')
type Line = { readonly verdict?: string; readonly sources?: readonly { readonly file: string }[] }

test.skipIf(process.platform === 'win32')(
  'the reports of several processes, one after the other, are the reports of them all',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'whycors many '))
    const path = [join(inject('project'), 'node_modules/.bin'), process.env['PATH']].join(delimiter)
    const sh = (script: string) =>
      spawnSync('sh', ['-c', script], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PATH: path },
        maxBuffer: 2 ** 28,
      })
    try {
      for (let copy = 1; copy <= COPIES; copy++) {
        mkdirSync(join(folder, `recordings/of ${copy}`), { recursive: true })
        for (const name of RECORDINGS)
          cpSync(`test/recordings/${name}.har`, join(folder, `recordings/of ${copy}/${name}.har`))
      }
      expect(sh(merging)).toMatchObject({ stderr: '', status: 0 })
      const merged = lines(readFileSync(join(folder, 'all.ndjson'), 'utf8'))
      const files = RECORDINGS.flatMap((name) =>
        Array.from({ length: COPIES }, (_, i) => `recordings/of ${i + 1}/${name}.har`),
      )
      const alone = files.flatMap((file) => lines(sh(`whycors explain --format ndjson '${file}'`).stdout))
      // A failing comparison would print megabytes.
      expect(merged.toSorted().join('\n') === alone.toSorted().join('\n')).toBe(true)
      const parsed = merged.map((line) => JSON.parse(line) as Line)
      expect(parsed.flatMap(({ sources = [] }) => sources.map(({ file }) => file)).toSorted()).toEqual(
        files.toSorted(),
      )

      const blocked = parsed.filter(({ verdict }) => verdict === 'blocked').length
      expect(blocked).toBeGreaterThan(COPIES)
      expect(sh('command -v jq').status, 'jq is needed (apt-get install jq)').toBe(0)
      const [perApi = '', perRecording = ''] = counting.split(/^(?=jq -rn)/m)
      for (const counted of [perApi, perRecording]) {
        const { stdout, stderr } = sh(counted)
        expect(stderr).toBe('')
        const counts = lines(stdout).map((line) => Number.parseInt(line, 10))
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(blocked)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test.skipIf(process.platform === 'win32')(
  'GNU parallel explains 200 recordings, and their reports are merged',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'whycors fleet '))
    const path = [join(inject('project'), 'node_modules/.bin'), process.env['PATH']].join(delimiter)
    const env = { ...process.env, PATH: path, HOME: folder }
    const sh = (script: string) =>
      spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', env, maxBuffer: 2 ** 28 })
    try {
      expect(sh('command -v parallel').status, 'GNU parallel is needed (apt-get install parallel)').toBe(0)
      mkdirSync(join(folder, 'recordings'))
      let blocked = 0
      for (let i = 0; i < FLEET; i++) {
        const count = 1 + (i % 5)
        blocked += i % 2 === 0 ? count : 0
        writeFileSync(join(folder, `recordings/${i}.har`), recordingOf(i, count))
      }
      // It exits with the number of jobs that did not exit with 0: here, in which something was blocked.
      expect(sh(inParallel)).toMatchObject({ stderr: '', status: FLEET / 2 })
      const merged = sh(mergingReports)
      expect(merged.stderr).toBe('')
      expect(merged.stdout).toMatch(
        new RegExp(`^${FLEET} recordings: 1 problem, ${blocked} blocked requests\n`),
      )
      expect(merged.stdout).toContain(`${blocked} requests in ${FLEET / 2} recordings`)
      const report = JSON.parse(readFileSync(join(folder, 'fleet.json'), 'utf8'))
      const fileOf = ({ file }: { readonly file: number }): string => report.sources[file].file
      expect(new Set(report.sources.map(({ file }: { readonly file: string }) => file)).size).toBe(FLEET)
      expect(report.exchanges).toHaveLength(blocked)
      for (const exchange of report.exchanges)
        expect(exchange.url).toContain(`/${/(\d+)\.har$/.exec(fileOf(exchange))?.[1]}/`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  300_000,
)

const FLEET = 200

/** A recording of some fetches; of every other recording the API allows none. */
function recordingOf(number: number, count: number): string {
  const isBlocked = number % 2 === 0
  const entries = Array.from({ length: count }, (_, n) => ({
    startedDateTime: new Date(1_700_000_000_000 + 1000 * n).toISOString(),
    time: 20,
    _resourceType: 'fetch',
    request: {
      method: 'GET',
      url: `https://api.example/${number}/${n}`,
      headers: [
        { name: 'Host', value: 'api.example' },
        { name: 'Origin', value: 'https://app.example' },
      ],
    },
    response: {
      status: 200,
      headers: isBlocked ? [] : [{ name: 'Access-Control-Allow-Origin', value: 'https://app.example' }],
      _error: isBlocked ? 'net::ERR_FAILED' : null,
    },
  }))
  return JSON.stringify({ log: { creator: { name: 'WebInspector', version: '1' }, entries } })
}
