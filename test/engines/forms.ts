import { engines } from '../../src/engines/index.ts'
import { webkitGtk } from '../../src/engines/webkit.ts'
import { compare } from './compare.ts'
import { compareRules, isComparable } from './compare-rules.ts'
import type { EngineSession, JudgedCase } from './engine-session.ts'
import { type HarJson, sanitizeHar } from './har-json.ts'
import { judgeHar } from './judge.ts'
import type { EngineName } from './options.ts'
import type { JudgeForm } from './shrink.ts'

/** One way in which WhyCORS gets to know of a case, and what it makes of it. */
export interface Form {
  readonly name: string
  /** Whether it knows all that the lab knows, and not what a recording shows. */
  readonly fromRules: boolean
  readonly judge: JudgeForm
}

/** Returns the ways to judge what a browser did: by the rules alone, and from each kind of recording that it makes. */
export function formsOf(engine: EngineName): readonly Form[] {
  const played = engine === 'webkit' ? webkitGtk : engines[engine]
  const rules: Form = {
    name: 'Rules, with everything known',
    fromRules: true,
    judge: async (_, cases) => compareRules(cases, played),
  }
  const recording = (
    name: string,
    read: (session: EngineSession, cases: readonly JudgedCase[]) => Promise<HarJson>,
  ): Form => ({
    name: `Recording: ${name}`,
    fromRules: false,
    judge: async (session, cases) => {
      // Firefox's recording does not show that an image's redirect to http was upgraded.
      const compared = engine === 'firefox' ? cases.filter(isComparable) : cases
      return compare(await read(session, cases), compared, (har) => judgeHar(har, engine))
    },
  })
  const wholeHar = async (session: EngineSession, judged: readonly JudgedCase[]): Promise<HarJson> =>
    session.har === null ? { log: { entries: [] } } : await session.har(judged.map((one) => one.case))
  switch (engine) {
    case 'chromium':
      return [
        rules,
        recording('getHAR()', wholeHar),
        recording('exported, sanitized', async (...of) => sanitizeHar(await wholeHar(...of))),
      ]
    case 'firefox':
      return [
        rules,
        recording('onRequestFinished', async (session, judged) => ({
          log: {
            creator: { name: 'Firefox', version: session.version.replace(/^\D+/, '') },
            entries: await session.liveEntries(judged.map((one) => one.case)),
          },
        })),
        recording('getHAR() and Save All As HAR', wholeHar),
      ]
    case 'webkit':
      return [rules]
  }
}
