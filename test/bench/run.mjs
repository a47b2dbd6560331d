// Benchmarks: `npm run bench`; with `--write` it also writes docs/bench.md and the table in README.md. Figures of one run are compared with each other
// only; machines are noisy.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { bars } from './bars.mjs'
import { collectingRows } from './rows.mjs'
import { sizes } from './sizes.mjs'
import { writePages } from './write-pages.mjs'

spawnSync('node', ['build.mjs'], { stdio: 'inherit' })
const core = await importCore()
const recording = JSON.parse(
  gunzipSync(readFileSync('test/oracle/recordings/chromium-generated-live.har.gz')).toString('utf8'),
)

const [{ model } = { model: 'unknown processor' }] = cpus()
const machine = `${model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node.js ${process.version}`
console.log(machine)
const rows = await collectingRows(async () => {
  await judging()
  pairing()
  await bars(core)
  if (!process.argv.includes('--no-sizes')) sizes()
  if (!process.argv.includes('--no-panel')) inBrowser()
})
if (process.argv.includes('--write')) writePages(machine, rows)
process.exit()

/** In a real Chromium, with the extension; without one it says so and the run fails. */
function inBrowser() {
  for (const script of ['web-page', 'many-rows', 'panel', 'panel-file']) {
    const { status } = spawnSync('node', ['test/run-script.mjs', `test/bench/${script}.ts`], {
      stdio: 'inherit',
    })
    process.exitCode ||= status ?? 1
  }
}

/** The core as the command line and the panel have it: most of it isn't public. */
async function importCore() {
  const outfile = new URL('../../node_modules/.cache/whycors/bench-core.mjs', import.meta.url)
  const options = { bundle: true, format: 'esm', platform: 'neutral', logLevel: 'warning' }
  await build({ ...options, entryPoints: ['src/internal.ts'], outfile: fileURLToPath(outfile) })
  return await import(outfile.href)
}

/** How many fetches are paired, judged, explained and planned per second, once the code is warm. */
async function judging() {
  const bytes = new TextEncoder().encode(JSON.stringify(recording))
  let entries
  let about
  const reading = core.readingHar(bytes, { name: 'bench' })
  for (let step = await reading.next(); ; step = await reading.next()) {
    if (!step.done) continue
    entries = step.value.entries
    about = step.value.recording
    break
  }
  const times = []
  let exchanges = 0
  for (let i = 0; i < 10; i++) {
    const start = performance.now()
    exchanges = core.diagnose(about, entries, { engine: null, show: (value) => value }).length
    times.push(performance.now() - start)
  }
  const time = median(times.slice(3))
  console.log(
    `judging      ${Math.round((exchanges / time) * 1000)} exchanges/s (${exchanges} of ${entries.length} entries in ${time.toFixed(0)} ms)`,
  )
}

/** How much longer four times as many preflighted requests to one URL take: 4 is linear, 16 is quadratic. */
function pairing() {
  const took = (count) => {
    const entries = Array.from({ length: count }, (_, n) => preflighted(n)).flat()
    const about = core.describeRecording({ creator: { name: 'WebInspector' }, browser: null }, [], 0, 'bench')
    const parsed = entries.map((entry, i) => core.parseEntry(entry, 0, i))
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      core.diagnose(about, parsed, { engine: null, show: (value) => value })
      return performance.now() - start
    })
    return Math.min(...times)
  }
  const [few, many] = [took(2_000), took(8_000)]
  console.log(
    `pairing      8,000 requests to one URL take ${(many / few).toFixed(1)} times as long as 2,000 (${many.toFixed(0)} ms)`,
  )
}

function preflighted(n) {
  const url = 'https://api.example/items'
  const at = (ms) => new Date(1_700_000_000_000 + 20 * Math.floor(n / 50) + ms).toISOString()
  const origin = { name: 'Origin', value: 'https://app.example' }
  const entry = (method, ms, headers, status) => ({
    startedDateTime: at(ms),
    time: method === 'PUT' ? 80 : 10,
    request: { method, url, headers: [{ name: 'Host', value: 'api.example' }, origin, ...headers] },
    response: { status, headers: [{ name: 'Access-Control-Allow-Origin', value: '*' }], _error: null },
  })
  const asked = { name: 'Access-Control-Request-Method', value: 'PUT' }
  return [entry('PUT', 0, [], 200), entry('OPTIONS', 2, [asked], 204)]
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
