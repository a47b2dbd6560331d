// What grows with a recording, a part of `npm run bench`. The files, of up to 2 GB, are made for it and removed afterwards.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addRow } from './rows.mjs'
import { writeConcurrent, writeRecording } from './write-recording.mjs'

/** Four times the entries may take so many times as long: the rest is what differs from run to run. */
const LINEAR = 5

/** Measures time and memory of `explain` for recordings of two sizes each: 2 GB of bodies, and a million requests. */
export function sizes() {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-sizes-'))
  const file = join(folder, 'recording.har')
  try {
    growth('2 GB of bodies', file, { counts: [50_000, 200_000], megabytes: 400 }, (count) =>
      writeRecording(file, { count, body: 8000, blockedEvery: 0 }),
    )
    growth(
      '1,000,000 entries, 100,000 of them alike',
      file,
      { counts: [250_000, 1_000_000], megabytes: null },
      (count) => writeConcurrent(file, { count, alike: count / 10 }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function growth(name, file, { counts, megabytes }, write) {
  const took = counts.map((count) => {
    write(count)
    const one = { count, megabytes: statSync(file).size / 1e6, ...explain(file) }
    console.log(
      `${name}: ${count} entries, ${one.megabytes.toFixed(0)} MB in ${one.seconds.toFixed(1)} s (${(one.megabytes / one.seconds).toFixed(0)} MB/s, ${Math.round(count / one.seconds)} entries/s), peak ${one.peak.toFixed(0)} MB`,
    )
    return one
  })
  const [few, many] = took
  const times = many.cpu / few.cpu
  const limit = megabytes === null ? '' : `, ${megabytes} MB`
  addRow({
    what: `\`whycors explain\`, ${name}`,
    measured: `${times.toFixed(1)} times as long as a quarter, ${many.peak.toFixed(0)} MB`,
    goal: `linear${limit}`,
    met: times <= LINEAR && (megabytes === null || many.peak <= megabytes),
  })
}

/** What the process took, as it says itself when it ends. */
function explain(file) {
  const says = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    process.stderr.write('\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 })) })`
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(says)}`, 'dist/cli.js', 'explain', file],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  )
  if (status !== 0 && status !== 1) throw new Error(stderr)
  return {
    seconds: (performance.now() - start) / 1000,
    ...JSON.parse(stderr.slice(stderr.lastIndexOf('\n'))),
  }
}
