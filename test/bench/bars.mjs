import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addRow } from './rows.mjs'
import { writeRecording } from './write-recording.mjs'

const COUNT = Number(process.env.WHYCORS_BENCH_ENTRIES ?? 20_000)
const RUNS = 5

/** Measures how reading, explaining and diagnosing compare with `JSON.parse` of the same file, and how long a start takes. */
export async function bars(core) {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-bars-'))
  try {
    const file = join(folder, 'recording.har')
    writeRecording(file, { count: COUNT, body: 8000, blockedEvery: 0 })
    reading(file, { ratio: 0.5, megabytes: 200 })
    writeRecording(file, { count: COUNT, body: 0, blockedEvery: 0 })
    reading(file, { ratio: 1.5, megabytes: null })
    await diagnosing(core, file, 'allowed', 200_000)
    writeRecording(file, { count: COUNT, body: 0, blockedEvery: 1 })
    await diagnosing(core, file, 'blocked', 25_000)
    writeRecording(file, { count: 1, body: 0, blockedEvery: 0 })
    starting(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function reading(file, bar) {
  const size = `${(statSync(file).size / 1e6).toFixed(0)} MB, ${COUNT.toLocaleString('en')} fetches`
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
    explain: ['dist/cli/whycors.cjs', 'explain', file],
  }
  const runs = { parse: [], readHar: [], explain: [] }
  // In turns, so that whatever else the machine does falls on all of them alike.
  for (let i = 0; i < RUNS; i++) for (const [name, args] of Object.entries(ways)) runs[name].push(run(args))
  const parse = best(runs.parse)
  for (const name of ['readHar', 'explain']) {
    const { wall, cpu, peak } = best(runs[name])
    const ratio = wall / parse.wall
    const limit = bar.megabytes === null ? '' : `, ${bar.megabytes} MB`
    addRow(
      {
        what: `${name === 'readHar' ? '`readHar()`' : '`whycors explain`'}, ${size}`,
        measured: `${ratio.toFixed(2)} × \`JSON.parse\`, ${peak.toFixed(0)} MB`,
        goal: `${bar.ratio} ×${limit}`,
        met: ratio <= bar.ratio && (bar.megabytes === null || peak <= bar.megabytes),
      },
      `${wall.toFixed(0)} against ${parse.wall.toFixed(0)} ms; all threads' CPU ${(cpu / parse.cpu).toFixed(2)} ×; JSON.parse takes ${parse.peak.toFixed(0)} MB`,
    )
  }
}

/**
 * How long the command line takes to start, in starts of Node.js; with a file of one allowed request, it has little else to do.
 * NODE_EXTRA_CA_CERTS makes every start of Node.js much longer, which hides most of what ours takes.
 */
function starting(one) {
  const { NODE_EXTRA_CA_CERTS: certificates, ...usual } = process.env
  const here = startsIn(process.env, one)
  const elsewhere = certificates === undefined ? here : startsIn(usual, one)
  for (const [name, what, goal] of [
    ['version', '`whycors --version`', 1.3],
    ['sample', '`whycors explain` of the sample', 2],
  ]) {
    const [ratio, without] = [here, elsewhere].map((times) => times[name] / times.node)
    const other = certificates === undefined ? '' : `; ${without.toFixed(2)} × without NODE_EXTRA_CA_CERTS`
    addRow(
      {
        what,
        measured: `${ratio.toFixed(2)} × \`node -e 0\`${other}`,
        goal: `${goal} ×`,
        met: ratio <= goal && without <= goal,
      },
      [here, elsewhere]
        .map(
          (times) =>
            `${times[name].toFixed(0)} against ${times.node.toFixed(0)} ms; explain of one allowed request ${times.one.toFixed(0)} ms`,
        )
        .join('; without: '),
    )
  }
}

/** The least time of several starts of each kind in an environment, in milliseconds. */
function startsIn(env, one) {
  const ways = {
    node: ['-e', '0'],
    version: ['dist/cli/whycors.cjs', '--version'],
    one: ['dist/cli/whycors.cjs', 'explain', one],
    sample: ['dist/cli/whycors.cjs', 'explain', 'dist/sample.har'],
  }
  const least = { node: Infinity, version: Infinity, one: Infinity, sample: Infinity }
  for (let i = 0; i < STARTS; i++)
    for (const [name, args] of Object.entries(ways)) {
      const start = performance.now()
      spawnSync(process.execPath, args, { stdio: 'ignore', env })
      least[name] = Math.min(least[name], performance.now() - start)
    }
  return least
}

const STARTS = 20

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
  addRow(
    {
      what: `\`diagnose()\`, ${kind} requests`,
      measured: `${rounded(diagnose)} per second`,
      goal: `${rounded(bar)} per second`,
      met: diagnose >= bar,
    },
    `${rounded(whole)} with causes, cautions and plan read`,
  )
}

const rounded = (rate) => (Math.round(rate / 100) * 100).toLocaleString('en-US')
