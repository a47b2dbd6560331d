import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { EngineCase } from './engine-case.ts'
import { generateCases } from './generate/generate-cases.ts'

export const engineNames = ['chromium', 'firefox', 'webkit'] as const

export type EngineName = (typeof engineNames)[number]

export interface Options {
  readonly engine: EngineName
  /** Null if the cases come from a file. */
  readonly seed: number | null
  readonly cases: readonly EngineCase[]
  /** Where to write the recording and the verdicts, for a closer look. */
  readonly saveTo: string | null
}

export const usage = `Usage: npm run test:engines -- [options]
  --cases N        how many cases (300)
  --seed S         the seed of the cases (random)
  --engine NAME    chromium, firefox or webkit (chromium)
  --replay FILE    instead: the case, or array of cases, in a JSON file
  --save FILE      write recording and verdicts there
  --concurrent     instead: many requests to one URL at once, as npm run test:soak does`

/** Returns what the command line asks for; throws on a mistake in it. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '300' },
      seed: { type: 'string' },
      engine: { type: 'string', default: 'chromium' },
      replay: { type: 'string' },
      save: { type: 'string' },
    },
  })
  const engine = engineNames.find((name) => name === values.engine)
  if (engine === undefined) throw new Error(`Unknown engine "${values.engine}"`)
  const seed = values.seed === undefined ? randomInt(1_000_000) : integer(values.seed, '--seed')
  const count = integer(values.cases, '--cases')
  const saveTo = values.save ?? null
  if (values.replay !== undefined) return { engine, seed: null, cases: readCases(values.replay), saveTo }
  return { engine, seed, cases: generateCases(seed, count), saveTo }
}

function integer(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} wants a number, not "${text}"`)
  return Number(text)
}

function readCases(file: string): readonly EngineCase[] {
  const json: EngineCase | readonly EngineCase[] = JSON.parse(readFileSync(file, 'utf8'))
  return [json].flat()
}
