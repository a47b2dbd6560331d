import type { Diagnosis } from '../diagnose.ts'
import type { EngineId } from '../engines/engine.ts'
import { engines } from '../engines/index.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { algorithmOf } from '../fetch/steps.ts'
import type { Plan } from '../fix/plan.ts'
import { code, type Text, text } from '../text/text.ts'
import { failingChecks, nextFailingChecks } from '../verdict/failing-checks.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import type { EngineVerdict, FailingCheck, Verdict, VerdictType } from '../verdict/verdict.ts'
import { becauseText } from './because-text.ts'
import { assumption, headline } from './headline.ts'
import { type Message, sequenceOf } from './sequence.ts'
import { type WhyPreflight, whyPreflight } from './why-preflight.ts'

/** Everything that is said about one fetch, in the order in which it is said; panel and command line render it. */
export interface Explanation {
  readonly type: VerdictType
  readonly method: string
  readonly url: string
  readonly origin: string | null
  readonly headline: Text
  readonly causes: readonly CauseText[]
  readonly sequence: readonly Message[]
  readonly alsoFailing: readonly CauseText[]
  readonly rootCauses: readonly {
    readonly id: string
    readonly confidence: string
    readonly summary: Text
    readonly detail: Text
  }[]
  readonly preflight: WhyPreflight | null
  /** What the recording leaves open, and why. */
  readonly unknown: readonly Text[]
  readonly engines: readonly ({ readonly id: EngineId; readonly title: string } & EngineVerdict)[]
  readonly cautions: readonly { readonly id: string; readonly summary: Text; readonly detail: Text }[]
  readonly plan: Plan | null
}

/** A cause in words. */
export interface CauseText {
  readonly rule: string
  readonly summary: Text
  readonly detail: Text
  /** What it rests on; null where nothing is assumed. */
  readonly assumption: Text | null
  readonly step: { readonly algorithm: string; readonly url: string }
}

/** Returns what there is to say about a diagnosed fetch. */
export function explanationOf({ verdict, rootCauses, cautions, plan }: Diagnosis): Explanation {
  const { exchange } = verdict
  const [origin = null] = valuesOfFact(exchange.facts.origin)
  const inWords = (cause: FailingCheck): CauseText => ({
    rule: cause.finding.rule.id,
    summary: cause.finding.rule.summary(cause.finding.args),
    detail: cause.finding.rule.detail(cause.finding.args),
    assumption: assumption(cause, verdict),
    step: algorithmOf(cause.step),
  })
  return {
    type: verdict.type,
    method: exchange.method,
    url: exchange.url,
    origin,
    headline: headline(verdict),
    causes: failingChecks(verdict).map(inWords),
    sequence: sequenceOf(verdict),
    alsoFailing: nextFailingChecks(verdict).map(inWords),
    rootCauses,
    preflight: notCorsReason(verdict) !== null ? null : whyPreflight(exchange),
    unknown: unknownOf(verdict),
    engines: (Object.keys(engines) as EngineId[]).map((id) => ({
      id,
      title: engines[id].title,
      ...verdict.engines[id],
    })),
    cautions,
    plan,
  }
}

function unknownOf(verdict: Verdict): readonly Text[] {
  const { exchange, type } = verdict
  const missing = type === 'cannot-tell' ? verdict.missing : []
  if (type === 'not-cors' || type === 'shared') return []
  const { facts, recording, chain } = exchange
  // What is open but changes nothing is not worth a line.
  const assumed = new Set(
    [...failingChecks(verdict), ...nextFailingChecks(verdict)].flatMap(({ assuming }) =>
      Object.keys(assuming),
    ),
  )
  const matters = (name: string): boolean => type === 'cannot-tell' || type === 'depends' || assumed.has(name)
  const open = (['origin', 'mode', 'credentialsMode'] as const).flatMap((name) => {
    const fact = facts[name]
    return fact.known || !matters(name) ? [] : [fact.because]
  })
  const said = [...new Set([...open, ...missing])].map((because) => becauseText[because])
  const tool = recording.creator.split(' ')[0] ?? 'this tool'
  if (recording.recordsBlockedHeaders || (chain[0].actual?.response.status ?? 0) > 0) return said
  return [
    ...said,
    text`${code(tool)} keeps no response headers of a request that failed, so the reason cannot be read from this recording. Record it with the browser's own developer tools.`,
  ]
}
