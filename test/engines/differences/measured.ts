import { readFileSync } from 'node:fs'
import type { EngineCase } from '../engine-case.ts'
import type { JudgedCase } from '../engine-session.ts'
import type { EngineName } from '../options.ts'
import { rows } from './rows.ts'

/** What a browser did with an example. */
export interface Measured {
  /** What the page got: a response's type and status, or null. */
  readonly got: string | null
  /** The engine's own code. */
  readonly code: string | null
  /** What arrived at the lab, repeats left out: "OPTIONS 0, GET 0". */
  readonly arrived: string
}

/** The browsers' versions, and what each did with each example. */
export interface Measurements {
  readonly versions: Readonly<Record<EngineName, string>>
  readonly examples: Readonly<Record<string, Readonly<Record<EngineName, Measured>>>>
}

/** From the root of the repository, where the tests and scripts run. */
export const measurementsFile = 'test/engines/differences/measured.json'

export const readMeasurements = (): Measurements => JSON.parse(readFileSync(measurementsFile, 'utf8'))

/** Every example, with an id of its own. */
export const examples: readonly EngineCase[] = rows.flatMap(({ property, examples }) =>
  examples.map(([, engineCase], i) => ({ ...engineCase, id: `${property}-${i}` })),
)

/** Returns what a judged example is remembered by. */
export function measuredOf({ verdict }: JudgedCase): Measured {
  const { page, corsError, netError } = verdict
  const arrived = verdict.arrived.map((one) => {
    const [method = '', target = ''] = one.split(' ')
    return `${method} ${/[?&]hop=(\d+)/.exec(target)?.[1] ?? 0}`
  })
  return {
    got: page.type === 'response' ? `${page.responseType} ${page.status}` : null,
    code: corsError ?? (netError === 'CORSDidNotSucceed' ? netError : null),
    arrived: arrived.filter((one, i) => one !== arrived[i - 1]).join(', '),
  }
}
