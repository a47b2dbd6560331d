// What grows with a recording, a part of `npm run bench`. The files, of up to 2 GB, are made for it and removed afterwards.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeConcurrent, writeRecording } from './write-recording.mjs'

/** Prints time and memory of `explain` for recordings of two sizes each: 2 GB of bodies, and a million requests. */
export function sizes() {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-sizes-'))
  const file = join(folder, 'recording.har')
  try {
    growth('bodies', file, [50_000, 200_000], (count) =>
      writeRecording(file, { count, body: 8000, blockedEvery: 0 }),
    )
    growth('requests', file, [250_000, 1_000_000], (count) =>
      writeConcurrent(file, { count, alike: count / 10 }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function growth(name, file, counts, write) {
  const took = counts.map((count) => {
    write(count)
    const one = { count, megabytes: statSync(file).size / 1e6, ...explain(file) }
    const rate = `${(one.megabytes / one.seconds).toFixed(0)} MB/s, ${Math.round(count / one.seconds)} entries/s`
    console.log(
      `${name.padEnd(12)} ${count} entries, ${one.megabytes.toFixed(0)} MB: ${one.seconds.toFixed(1)} s (${rate}), peak ${one.peak.toFixed(0)} MB`,
    )
    return one
  })
  const [few, many] = took
  console.log(
    `${name.padEnd(12)} ${many.count / few.count} times the entries take ${(many.seconds / few.seconds).toFixed(1)} times as long and ${(many.peak / few.peak).toFixed(1)} times the memory`,
  )
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
