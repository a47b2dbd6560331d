import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, inject, test } from 'vitest'

const RECORDINGS = ['chromium-devtools', 'chromium-export-sanitized', 'firefox-devtools', 'playwright']
const COPIES = 3

/** The commands of the page, as somebody would paste them. */
const [merging = '', counting = ''] = [
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
