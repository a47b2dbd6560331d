import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { EngineSession } from '../engines/engine-session.ts'
import { type HarJson, sanitizeHar } from '../engines/har-json.ts'
import { openBrowser } from '../engines/open-browser.ts'
import { generateSoak } from './generate-soak.ts'
import { judgeSoak } from './judge-soak.ts'

const usage = `Usage: npm run test:soak -- [options]
  --engine NAME    chromium or firefox (chromium)
  --seeds N        how many soaks (3)
  --seed S         the seed of the first (2026)
  --save PREFIX    write recordings and truths to PREFIX-SEED.json`

/** The requests of one pair that got each other's preflights. */
const SWAPPED = 2

/**
 * Has a real browser make many requests to one URL, and compares what WhyCORS says of its recordings with what the
 * browser did. Returns the exit code: 1 where anything is wrong, 2 for wrong usage.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      engine: { type: 'string', default: 'chromium' },
      seeds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '2026' },
      save: { type: 'string' },
    },
  })
  const { engine } = values
  const [first, count] = [Number(values.seed), Number(values.seeds)]
  if (
    (engine !== 'chromium' && engine !== 'firefox') ||
    !Number.isInteger(first) ||
    !Number.isInteger(count)
  ) {
    console.error(usage)
    return 2
  }
  const session = await openBrowser[engine]()
  let failed = 0
  try {
    console.log(session.version)
    for (let seed = first; seed < first + count; seed++) {
      const soak = generateSoak(seed)
      if (session.soak === null) throw new Error(`${engine} has no soak`)
      const truth = await session.soak(soak)
      const recordings = await recordingsOf(session, engine, soak.url)
      if (values.save !== undefined)
        writeFileSync(`${values.save}-${seed}.json`, JSON.stringify({ truth, recordings }))
      for (const [form, har] of Object.entries(recordings)) {
        const { requests, preflights, wrong, undecided, missing } = judgeSoak(har, truth, engine)
        const counts = `${requests} requests, ${preflights} preflights`
        console.log(
          `seed ${seed}, ${form}: ${counts}: ${wrong.length} wrong, ${undecided.length} undecided, ${missing.length} not recorded`,
        )
        for (const line of wrong) console.log(`  WRONG ${line}`)
        for (const line of undecided) console.log(`  undecided ${line}`)
        // Where the recording lacks requests, what was asked alike can't always be told apart: one pair may be swapped.
        if (wrong.length > (missing.length > 0 ? SWAPPED : 0)) failed += wrong.length
      }
    }
  } finally {
    await session.close()
  }
  return failed === 0 ? 0 : 1
}

/** Returns the recordings of a URL in each form that the browser gives them, those that lose nothing. */
async function recordingsOf(
  session: EngineSession,
  engine: 'chromium' | 'firefox',
  url: string,
): Promise<Readonly<Record<string, HarJson>>> {
  const only = (har: HarJson): HarJson => ({
    log: { ...har.log, entries: har.log.entries.filter(({ request }) => request.url === url) },
  })
  const whole = only(session.har === null ? { log: { entries: [] } } : await session.har())
  const creator = whole.log.creator ?? { name: engine, version: '' }
  const live = only({ log: { creator, entries: await session.liveEntries() } })
  return engine === 'chromium'
    ? { 'getHAR()': whole, sanitized: sanitizeHar(whole), onRequestFinished: live }
    : { 'getHAR()': whole, onRequestFinished: live }
}
