import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openChromium } from './chromium.ts'
import { type Compared, compareSituation } from './compare-situation.ts'
import { openFirefox } from './firefox.ts'
import type { Observation } from './observation.ts'
import { type BrowserName, browserNames, type Situation } from './situation.ts'
import { situations } from './situations.ts'
import { undecided } from './undecided.ts'

const usage = `Usage: npm run test:situations -- [options]
  --browser NAME   chromium or firefox (chromium)
  --only ID,ID     those situations, or those whose ids begin so
  --list           the situations, without a browser
  --save FILE      write recordings and truths there, for a closer look`

const open = { chromium: openChromium, firefox: openFirefox }

interface Options {
  readonly browser: BrowserName
  readonly chosen: readonly Situation[]
  readonly list: boolean
  readonly saveTo: string | null
}

/** Plays the situations and returns the exit code: 1 where WhyCORS contradicts the browser or leaves more open than listed. */
export async function main(args: readonly string[]): Promise<number> {
  let options: Options
  try {
    options = parseOptions(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    return 2
  }
  const { browser, chosen, list, saveTo } = options
  if (list) {
    console.log(chosen.map(({ id }) => id).join('\n'))
    return 0
  }
  const started = performance.now()
  const session = await open[browser](chosen)
  try {
    console.log(`${session.version}, ${chosen.length} situations`)
    const observations = await session.play()
    if (saveTo !== null) writeFileSync(saveTo, JSON.stringify(observations))
    const faults = observations.flatMap((observation) => faultsOf(observation, browser))
    console.log(faults.join('\n'))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${chosen.length - faults.length} as listed, ${faults.length} not; ${seconds} s`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await session.close()
  }
}

function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', default: 'chromium' },
      only: { type: 'string' },
      list: { type: 'boolean', default: false },
      save: { type: 'string' },
    },
  })
  const browser = browserNames.find((name) => name === values.browser)
  if (browser === undefined) throw new Error(`Unknown browser "${values.browser}"`)
  const wanted = values.only?.split(',') ?? ['']
  const chosen = situations.filter(
    ({ id, only = browser }) => only === browser && wanted.some((start) => id.startsWith(start)),
  )
  if (chosen.length === 0) throw new Error('No such situation')
  return { browser, chosen, list: values.list, saveTo: values.save ?? null }
}

/** Returns what is not as it should be in a situation, if anything is. */
function faultsOf(observation: Observation, browser: BrowserName): readonly string[] {
  const { id } = observation.situation
  const compared = compareSituation(observation, browser)
  const agreements = compared.map(({ agreement }) => agreement)
  const isListed = undecided[id]?.[browser] !== undefined
  const fault = agreements.includes('wrong')
    ? 'WRONG'
    : compared.every(({ truths }) => truths.length === 0)
      ? 'NO REQUEST'
      : agreements.includes('undecided')
        ? isListed
          ? null
          : 'UNDECIDED, not listed'
        : isListed
          ? 'DECIDED, though listed as undecided'
          : null
  return fault === null ? [] : [`${fault}: ${id}\n${compared.map(line).join('\n')}`]
}

function line({ at, truths, said, agreement }: Compared): string {
  const browser = truths.map((truth) => (truth.is === 'blocked' ? truth.code : truth.is)).join(', ')
  const ours = said.map(({ verdict, codes }) => `${verdict}${codes.length > 0 ? ` ${codes.join('|')}` : ''}`)
  return `    ${agreement.padEnd(9)} ${at}: browser: ${browser || 'no request'}; said: ${ours.join(', ') || 'nothing'}`
}
