import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { EngineCase } from '../engine-case.ts'
import { generateCases } from '../generate/generate-cases.ts'
import { openBrowser } from '../open-browser.ts'
import { compareCheck } from './compare-check.ts'

const usage = `Usage: npm run test:check -- [options]
  --cases N        how many cases (300)
  --seed S         the seed of the cases (2026)
  --engine NAME    chromium, firefox or webkit (chromium)
  --save FILE      write what differs there`

/**
 * Has a browser make generated requests to the lab, and `whycors check` the same ones, and compares: outcome, code, which
 * requests arrived, and every header of every preflight. Returns the exit code: 1 where something differs.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '300' },
      seed: { type: 'string', default: '2026' },
      engine: { type: 'string', default: 'chromium' },
      save: { type: 'string' },
    },
  })
  const { engine } = values
  if (engine !== 'chromium' && engine !== 'firefox' && engine !== 'webkit') {
    console.error(usage)
    return 2
  }
  const cases = generateCases(Number(values.seed), Number(values.cases)).map(asFetch)
  const session = await openBrowser[engine]()
  try {
    const judged = await session.run(cases)
    const seen = new Map(cases.map(({ id }) => [id, session.lab.seen(id)]))
    const differing: object[] = []
    let preflights = 0
    let actual = { same: 0, all: 0 }
    for (const one of judged) {
      const compared = await compareCheck(session.lab, one, seen.get(one.case.id) ?? [], engine)
      preflights += compared.preflights
      actual = { same: actual.same + compared.actual.same, all: actual.all + compared.actual.all }
      if (compared.differences.length > 0)
        differing.push({ case: one.case, verdict: one.verdict, differences: compared.differences })
    }
    console.log(
      `${session.version}, seed ${values.seed}: ${cases.length} cases, ${cases.length - differing.length} the same in outcome, code and requests; ${preflights} preflights compared byte by byte; headers of ${actual.same} of ${actual.all} actual requests the same but for their order`,
    )
    for (const one of differing.slice(0, 10)) console.log(JSON.stringify(one, null, 1))
    if (values.save !== undefined) writeFileSync(values.save, JSON.stringify(differing, null, 1))
    return differing.length === 0 ? 0 : 1
  } finally {
    await session.close()
  }
}

/** What `check` does: fetch() that follows redirects. */
const asFetch = (engineCase: EngineCase): EngineCase => {
  const { request } = engineCase
  return {
    ...engineCase,
    request: {
      ...request,
      api: 'fetch',
      redirect: 'follow',
      uploadListener: false,
      crossorigin: null,
      body: /^(get|head)$/i.test(request.method) ? null : request.body,
    },
  }
}
