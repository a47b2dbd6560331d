import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'

const usage = `Usage: npm run fuzz -- [options]
  --inputs N    how many inputs (30000)
  --minutes M   as many as there is time for
  --seed S      the seed of the first (2026); the same seed makes the same input`

/** Has everything that takes input from strangers read made-up hostile input. Returns 1 if anything went wrong. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      inputs: { type: 'string', default: '30000' },
      minutes: { type: 'string' },
      seed: { type: 'string', default: '2026' },
    },
  })
  const [most, minutes, seed] = [values.inputs, values.minutes ?? '0', values.seed].map(Number)
  if (
    most === undefined ||
    minutes === undefined ||
    seed === undefined ||
    ![most, minutes, seed].every((one) => one >= 0)
  ) {
    console.error(usage)
    return 2
  }
  const began = performance.now()
  const end = began + minutes * 60_000
  const { inputs, faults, slowest } = await fuzz(seed, (made) =>
    minutes > 0 ? performance.now() >= end : made >= most,
  )
  for (const { seed, kind, wrong } of faults) console.error(`--seed ${seed} --inputs 1: ${kind}: ${wrong}\n`)
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${inputs} inputs in ${seconds.toFixed(0)} s, ${Math.round((inputs / seconds) * 3600)} an hour, ${faults.length} faults`,
  )
  for (const [kind, took] of slowest) console.log(`  ${kind}: at most ${took.toFixed(0)} ms per kB`)
  return faults.length === 0 ? 0 : 1
}
