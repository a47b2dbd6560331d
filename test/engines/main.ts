import { writeFileSync } from 'node:fs'
import { main as soak } from '../soak/main.ts'
import type { Comparison } from './compare.ts'
import type { EngineSession } from './engine-session.ts'
import { type Form, formsOf } from './forms.ts'
import { openBrowser } from './open-browser.ts'
import { type Options, parseOptions, usage } from './options.ts'
import { shrink } from './shrink.ts'
import { faultOf, summarize } from './summary.ts'

/** Runs the differential test and returns the exit code: 1 where WhyCORS contradicts the browser, 2 for wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  // Several requests to one URL at once, with kept preflights and repeats; seeds and options are those of the soak.
  if (args.includes('--concurrent')) return soak(args.filter((arg) => arg !== '--concurrent'))
  let options: Options
  try {
    options = parseOptions(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    return 2
  }
  const started = performance.now()
  const session = await openBrowser[options.engine]()
  try {
    console.log(
      `${session.version}, ${options.cases.length} cases${options.seed === null ? '' : `, seed ${options.seed}`}`,
    )
    const wrong = await test(session, options)
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`)
    return wrong === 0 ? 0 : 1
  } finally {
    await session.close()
  }
}

async function test(session: EngineSession, { engine, cases, saveTo }: Options): Promise<number> {
  const judged = await session.run(cases)
  if (saveTo !== null) {
    const har = session.har === null ? null : await session.har()
    writeFileSync(saveTo, JSON.stringify({ har, liveEntries: await session.liveEntries(), cases: judged }))
  }
  let wrong = 0
  const shown = new Set<string>()
  for (const form of formsOf(engine)) {
    const comparisons = await form.judge(session, judged)
    console.log(`\n${form.name}\n${summarize(comparisons, form.fromRules)}`)
    wrong += await explainWrong(session, comparisons, form, shown)
  }
  return wrong
}

/** Prints a minimal case for each kind of fault not shown yet, up to five, and returns how many cases are wrong. */
async function explainWrong(
  session: EngineSession,
  comparisons: readonly Comparison[],
  form: Form,
  shown: Set<string>,
): Promise<number> {
  const wrong = comparisons.filter(({ agreement }) => agreement === 'wrong')
  const news = wrong.filter((comparison, index) => {
    const fault = faultOf(comparison)
    return !shown.has(fault) && wrong.findIndex((earlier) => faultOf(earlier) === fault) === index
  })
  for (const comparison of news.slice(0, 5)) {
    const { case: engineCase, verdict, reports } = await shrink(session, comparison, form.judge)
    console.log(`\nWRONG, from case ${comparison.case.id}:`)
    console.log(JSON.stringify({ case: engineCase, verdict, reports }, null, 2))
  }
  for (const comparison of news) shown.add(faultOf(comparison))
  if (news.length > 5) console.log(`\n… and ${news.length - 5} more kinds of fault`)
  return wrong.length
}
