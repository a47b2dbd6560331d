import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The file that all processes of a run add their rows to. */
const FILE = 'WHYCORS_BENCH_ROWS'

/** Prints a figure with its goal, and whether the goal is met, and adds that to the run's rows. */
export function addRow({ what, measured, goal, met }, details = '') {
  console.log(
    `${what.replaceAll('`', '')}: ${measured} — ${met ? 'within' : 'MISSES'} ${goal}${details && ` (${details})`}`,
  )
  const file = process.env[FILE]
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, measured, goal, met })}\n`)
}

/** Calls a function, and returns the rows that it and its processes have added. */
export async function collectingRows(run) {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-rows-'))
  const file = join(folder, 'rows')
  appendFileSync(file, '')
  process.env[FILE] = file
  try {
    await run()
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
