import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sanitizeHar } from '../engines/har-json.ts'
import { openChromium } from './chromium.ts'
import { type Compared, compareSituation } from './compare-situation.ts'
import { openFirefox } from './firefox.ts'
import type { Observation } from './observation.ts'
import { type BrowserName, browserNames, type Situation } from './situation.ts'
import { situations } from './situations.ts'
import { undecided, varying } from './undecided.ts'

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
  const played = await play(browser, chosen, 1)
  if (saveTo !== null) writeFileSync(saveTo, JSON.stringify(played.observations))
  // A busy machine's recording may lack what came late: only what is at fault again, given time, is one.
  let { faults } = played
  for (const patience of [4, 8]) {
    const retried = chosen.filter((situation) => faults.has(situation.id))
    if (retried.length > 0) faults = (await play(browser, retried, patience)).faults
  }
  console.log([...faults.values()].join('\n'))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${chosen.length - faults.size} as listed, ${faults.size} not; ${seconds} s`)
  return faults.size === 0 ? 0 : 1
}

interface Played {
  readonly observations: readonly Observation[]
  /** What is not as it should be, by situation. */
  readonly faults: ReadonlyMap<string, string>
}

/** Plays situations in a fresh browser, which is given so many times its usual time. */
async function play(browser: BrowserName, chosen: readonly Situation[], patience: number): Promise<Played> {
  const session = await open[browser](chosen, patience)
  try {
    console.log(`${session.version}, ${chosen.length} situations`)
    const observations = await session.play()
    const faults = observations.flatMap((observation): [string, string][] => {
      const fault = faultOf(observation, browser)
      return fault === null ? [] : [[observation.situation.id, fault]]
    })
    return { observations, faults: new Map(faults) }
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

/** Returns what is not as it should be in a situation, or null. */
function faultOf(observation: Observation, browser: BrowserName): string | null {
  const { id } = observation.situation
  const compared = compareSituation(observation, browser)
  // The exported file has less; it may leave more open, and must not mislead.
  const sanitized = compareSituation({ ...observation, har: sanitizeHar(observation.har) }, browser)
  const misleading = [...compared, ...sanitized].filter(({ agreement }) => agreement === 'wrong')
  const isOpen = compared.some(({ agreement }) => agreement === 'undecided')
  const isListed = undecided[id]?.[browser] !== undefined
  const said = (fault: string, lines: readonly Compared[]) => `${fault}: ${id}\n${lines.map(line).join('\n')}`
  if (misleading.length > 0) return said('WRONG', misleading)
  if (compared.every(({ truths }) => truths.length === 0)) return said('NO REQUEST', compared)
  if (isOpen && !isListed) return said('UNDECIDED, not listed', compared)
  if (!isOpen && isListed && varying[id] !== browser)
    return said('DECIDED, though listed as undecided', compared)
  return null
}

function line({ at, truths, said, agreement }: Compared): string {
  const browser = truths.map((truth) => (truth.is === 'blocked' ? truth.code : truth.is)).join(', ')
  const ours = said.map(({ verdict, codes }) => `${verdict}${codes.length > 0 ? ` ${codes.join('|')}` : ''}`)
  return `    ${agreement.padEnd(9)} ${at}: browser: ${browser || 'no request'}; said: ${ours.join(', ') || 'nothing'}`
}
