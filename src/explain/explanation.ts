import type { Diagnosis } from '../diagnose.ts'
import type { EngineId } from '../engines/engine.ts'
import { engines } from '../engines/index.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { algorithmOf } from '../fetch/steps.ts'
import { plural } from '../text/plural.ts'
import { code, type Text, text } from '../text/text.ts'
import { failingChecks, nextFailingChecks } from '../verdict/failing-checks.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import type { FailingCheck, Verdict } from '../verdict/verdict.ts'
import { becauseText } from './because-text.ts'
import { assumption, headline } from './headline.ts'
import { outcomeWords } from './outcome-words.ts'
import type { Section } from './section.ts'
import { saysWhatToLeaveOut, sectionsOf } from './sections.ts'
import { sequenceOf } from './sequence.ts'
import type { CauseText, Told } from './told.ts'
import { whyPreflight } from './why-preflight.ts'
import { whyPreflights } from './why-preflights.ts'

/** The explanation of one fetch, as rendered by the panel, the command line and the report. */
export interface Explanation extends Told {
  /** The explanation in words, in the order in which every renderer prints it. */
  readonly sections: readonly Section[]
}

/** Returns the explanation of a diagnosed fetch, or of the first of `all` that have the same problem. */
export function explanationOf(diagnosis: Diagnosis, all: readonly Diagnosis[] = [diagnosis]): Explanation {
  const { verdict, rootCauses, cautions, plan } = diagnosis
  const { exchange } = verdict
  const [origin = null] = valuesOfFact(exchange.facts.origin)
  const inWords = (cause: FailingCheck): CauseText => ({
    rule: cause.finding.rule.id,
    phase: cause.phase,
    hop: cause.hop,
    assuming: cause.assuming,
    evidence: cause.evidence,
    summary: cause.finding.rule.summary(cause.finding.args),
    detail: cause.finding.rule.detail(cause.finding.args),
    assumption: assumption(cause, verdict),
    step: algorithmOf(cause.step),
  })
  const told: Told = {
    type: verdict.type,
    outcome:
      all.length === 1
        ? outcomeWords(diagnosis)
        : `${outcomeWords(diagnosis)}, ${plural(all.length, 'request', 'requests')}`,
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
  return {
    ...told,
    sections: sectionsOf(told, told.preflight === null ? [] : whyPreflights(all, !saysWhatToLeaveOut(told))),
  }
}

function unknownOf(verdict: Verdict): readonly Text[] {
  const { exchange, type } = verdict
  const missing = type === 'cannot-tell' ? verdict.missing : []
  if (type === 'not-cors' || type === 'shared') return []
  const { facts, recording, chain } = exchange
  // Open facts that change nothing aren't mentioned.
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
    text`The response: ${code(tool)} doesn't record the headers of failed requests. Record this with the browser's developer tools.`,
  ]
}
