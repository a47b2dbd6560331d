import { entryOf } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { headline } from '../explain/headline.ts'
import type { Problem } from '../explain/problems.ts'
import { redactText } from '../redact/redact-text.ts'
import { plain } from '../text/plain.ts'
import type { Text } from '../text/text.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import type { Report } from './report.ts'
import { type Examined, type ReportOptions, reportHead } from './to-report.ts'

/** The list of problems as JSON: at most 1 kB for each, whatever the recording contains. */
export interface BriefReport extends Pick<Report, 'format' | 'tool' | 'sources'> {
  readonly problems: readonly BriefProblem[]
}

/** A problem in a few words. Values longer than a line end in `…`. */
export interface BriefProblem {
  /** As in `whycors explain FILE NUMBER`. */
  readonly number: number
  /** Index into `sources`. */
  readonly file: number
  readonly verdict: Report['exchanges'][number]['verdict']
  readonly method: string
  /** Without the query. */
  readonly url: string
  readonly origin: string | null
  /** The rules of what fails first; empty if no rule explains it. */
  readonly rules: readonly string[]
  readonly headline: string
  /** The most certain root cause, or null. */
  readonly rootCause: {
    readonly id: string
    readonly confidence: 'high' | 'medium' | 'low'
    readonly summary: string
  } | null
  /** How many requests have this problem. */
  readonly count: number
  /** The first of their entries in the recording. */
  readonly entries: readonly number[]
}

/** The input of a brief report. */
export interface NumberedDiagnoses {
  readonly number: number
  /** The request that is explained, and all requests with the problem. */
  readonly problem: Problem
}

/** Returns the problems as a brief report. */
export function toBriefReport(
  examined: readonly Examined[],
  problems: readonly NumberedDiagnoses[],
  options: ReportOptions,
): BriefReport {
  return {
    ...reportHead(examined, options),
    problems: problems.map((one) => briefProblem(one, options)),
  }
}

function briefProblem({ number, problem }: NumberedDiagnoses, { redaction }: ReportOptions): BriefProblem {
  const { example, all } = problem
  const { verdict, rootCauses } = example
  const { exchange } = verdict
  const [origin = null] = valuesOfFact(exchange.facts.origin)
  const [cause] = rootCauses
  const say = (text: Text): string =>
    short(
      plain(redactText(text, redaction), (value) => value),
      220,
    )
  return {
    number,
    file: exchange.recording.file,
    verdict: verdict.type,
    method: short(redaction.value(exchange.method), 20),
    url: short(redaction.url(exchange.url).replace(/[?#].*$/s, ''), 160),
    origin: origin === null ? null : short(redaction.value(origin), 80),
    rules: [...new Set(failingChecks(verdict).map(({ finding }) => finding.rule.id))].slice(0, 2),
    headline: say(headline(verdict)),
    rootCause:
      cause === undefined
        ? null
        : { id: cause.id, confidence: cause.confidence, summary: say(cause.summary) },
    count: all.length,
    entries: all.slice(0, 5).map(({ verdict: { exchange: one } }) => entryOf(one.chain[0]).index),
  }
}

/** Returns a value truncated to at most that many bytes of JSON. */
function short(value: string, bytes: number): string {
  const taken = (part: string): number => utf8.encode(JSON.stringify(part)).length - 2
  if (value.length <= bytes && taken(value) <= bytes) return value
  let kept = ''
  let used = taken('…')
  for (const character of value.slice(0, bytes)) {
    used += taken(character)
    if (used > bytes) break
    kept += character
  }
  return `${kept}…`
}

const utf8 = new TextEncoder()
