import type { Diagnosis } from '../diagnose.ts'
import { type Text, text } from '../text/text.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import { isUsuallyAllowed } from '../verdict/is-usually-allowed.ts'
import type { VerdictType } from '../verdict/verdict.ts'
import { briefHeadline } from './brief-headline.ts'
import type { Problem } from './problems.ts'

/** A problem as one line of a list. */
export interface ProblemLine {
  readonly type: VerdictType
  readonly method: string
  readonly url: string
  readonly reason: Text
  /** How many requests have this problem. */
  readonly count: number
}

/** Returns a problem as a line of the list at the beginning of a report. */
export function problemLine({ example, all }: Problem): ProblemLine {
  const { verdict } = example
  const { method, url } = verdict.exchange
  return { type: verdict.type, method, url, reason: briefReason(example), count: all.length }
}

/** Returns the reason in a few words, with the preflight named if the words alone could mean either response. */
export function briefReason({ verdict, rootCauses }: Diagnosis): Text {
  const [failing] = failingChecks(verdict)
  if (failing !== undefined && !isUsuallyAllowed(verdict)) {
    const brief = failing.finding.rule.brief(failing.finding.args)
    return failing.phase === 'preflight' && failing.step.startsWith('CORS check')
      ? text`preflight: ${brief}`
      : brief
  }
  const [cause] = rootCauses
  if (verdict.type === 'unexplained' && cause?.confidence === 'high') return cause.brief
  return briefHeadline(verdict)
}
