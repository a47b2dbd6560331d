import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeRecording } from './write-recording.mjs'

const COUNT = Number(process.env.WHYCORS_BENCH_ENTRIES ?? 20_000)
const RUNS = 3

/**
 * Prints how reading, explaining and diagnosing compare with `JSON.parse` of the same file and with the goals. Returns the
 * machine and one row for each.
 */
export async function bars(core) {
  const [{ model } = { model: 'unknown processor' }] = cpus()
  const machine = `${model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node.js ${process.version}`
  console.log(`machine      ${machine}`)
  const rows = []
  const folder = mkdtempSync(join(tmpdir(), 'whycors-bars-'))
  try {
    const file = join(folder, 'recording.har')
    writeRecording(file, { count: COUNT, body: 8000, blockedEvery: 0 })
    rows.push(...reading(file, { ratio: 0.5, megabytes: 200 }))
    writeRecording(file, { count: COUNT, body: 0, blockedEvery: 0 })
    rows.push(...reading(file, { ratio: 1.5, megabytes: null }))
    rows.push(await diagnosing(core, file, 'allowed', 200_000))
    writeRecording(file, { count: COUNT, body: 0, blockedEvery: 1 })
    rows.push(await diagnosing(core, file, 'blocked', 25_000))
    rows.push(...starting())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { machine, rows }
}

function reading(file, bar) {
  const size = `${(statSync(file).size / 1e6).toFixed(0)} MB, ${COUNT} fetches`
  const library = pathToFileURL(resolve('dist/index.js')).href
  const ways = {
    parse: ['-e', "JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))", file],
    readHar: [
      ...['--input-type=module', '-e'],
      `import { readHar } from '${library}'
       import { createReadStream } from 'node:fs'
       await readHar(createReadStream(process.argv[1]))`,
      file,
    ],
    explain: ['dist/cli.js', 'explain', file],
  }
  const runs = { parse: [], readHar: [], explain: [] }
  // In turns, so that whatever else the machine does falls on all of them alike.
  for (let i = 0; i < RUNS; i++) for (const [name, args] of Object.entries(ways)) runs[name].push(run(args))
  const parse = best(runs.parse)
  return ['readHar', 'explain'].map((name) => {
    const { wall, cpu, peak } = best(runs[name])
    const [ratio, ofCpu] = [wall / parse.wall, cpu / parse.cpu]
    const memory = bar.megabytes === null ? '' : `, ${verdict(peak <= bar.megabytes)} ${bar.megabytes} MB`
    console.log(
      `${name.padEnd(12)} ${size}: ${ratio.toFixed(2)} × JSON.parse (${wall.toFixed(0)} against ${parse.wall.toFixed(0)} ms; CPU ${ofCpu.toFixed(2)} ×), peak ${peak.toFixed(0)} MB (JSON.parse ${parse.peak.toFixed(0)}) — ${verdict(ratio <= bar.ratio)} ${bar.ratio} ×${memory}`,
    )
    const limit = bar.megabytes === null ? '' : `, ${bar.megabytes} MB`
    return {
      what: `${name === 'readHar' ? '`readHar()`' : '`whycors explain`'}, ${size}`,
      measured: `${ratio.toFixed(2)} × \`JSON.parse\`, ${peak.toFixed(0)} MB`,
      goal: `${bar.ratio} ×${limit}`,
      met: ratio <= bar.ratio && (bar.megabytes === null || peak <= bar.megabytes),
    }
  })
}

/** How long the command line takes to start, in starts of Node.js. */
function starting() {
  const ways = {
    node: ['-e', '0'],
    version: ['dist/cli.js', '--version'],
    sample: ['dist/cli.js', 'explain', 'dist/sample.har'],
  }
  const runs = { node: [], version: [], sample: [] }
  for (let i = 0; i < 2 * RUNS; i++)
    for (const [name, args] of Object.entries(ways)) runs[name].push(run(args))
  const node = best(runs.node)
  return [
    ['version', '`whycors --version`', 1.3],
    ['sample', '`whycors explain` of the sample', 2],
  ].map(([name, what, goal]) => {
    const ratio = best(runs[name]).wall / node.wall
    console.log(
      `start        ${name}: ${ratio.toFixed(2)} × node -e 0 (${node.wall.toFixed(0)} ms) — ${verdict(ratio <= goal)} ${goal} ×`,
    )
    return { what, measured: `${ratio.toFixed(2)} × \`node -e 0\``, goal: `${goal} ×`, met: ratio <= goal }
  })
}

/** What a process took, said by itself when it ends: the time, of all its threads too, and the most memory that it had. */
function run(args) {
  const says = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    process.stderr.write('\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 })) })`
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=4096', '--import', `data:text/javascript,${encodeURIComponent(says)}`, ...args],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  )
  if (status !== 0 && status !== 1) throw new Error(stderr)
  return { wall: performance.now() - start, ...JSON.parse(stderr.slice(stderr.lastIndexOf('\n'))) }
}

const best = (runs) => runs.toSorted((a, b) => a.wall - b.wall)[0]
const verdict = (isMet) => (isMet ? 'within' : 'MISSES')

/** How many fetches are diagnosed per second, and how many with their causes, cautions and plans read, once the code is warm. */
async function diagnosing(core, file, kind, bar) {
  const { readHar } = await import(pathToFileURL(resolve('dist/index.js')).href)
  const { recording, entries } = await readHar(readFileSync(file))
  const rates = { diagnose: [], whole: [] }
  for (let i = 0; i < RUNS + 1; i++) {
    const start = performance.now()
    const diagnoses = core.diagnose(recording, entries, { engine: null, show: (value) => value })
    const diagnosed = performance.now()
    let parts = 0
    for (const { rootCauses, cautions, plan } of diagnoses)
      parts += rootCauses.length + cautions.length + (plan === null ? 0 : 1)
    const types = new Set(diagnoses.map(({ verdict }) => verdict.type))
    if (parts < 0 || types.size !== 1 || !types.has(kind === 'allowed' ? 'shared' : 'blocked'))
      throw new Error(`not all ${kind}: ${[...types]}`)
    rates.diagnose.push((1000 * entries.length) / (diagnosed - start))
    rates.whole.push((1000 * entries.length) / (performance.now() - start))
  }
  const [diagnose, whole] = [Math.max(...rates.diagnose), Math.max(...rates.whole)]
  console.log(
    `diagnose     ${kind}: ${rounded(diagnose)} fetches/s — ${verdict(diagnose >= bar)} ${rounded(bar)}; ${rounded(whole)} with causes, cautions and plan read`,
  )
  return {
    what: `\`diagnose()\`, ${kind} requests`,
    measured: `${rounded(diagnose)} per second`,
    goal: `${rounded(bar)} per second`,
    met: diagnose >= bar,
  }
}

const rounded = (rate) => (Math.round(rate / 100) * 100).toLocaleString('en-US')
