import { numberedProblems } from '../cli/numbered-problems.ts'
import { problemLines } from '../cli/problem-lines.ts'
import { makeStyle } from '../cli/style.ts'
import { type Diagnosis, examine, limited, plural, redactionFor } from '../internal.ts'
import { corsErrorOf } from './cors-error-of.ts'
import type { Har } from './recorder.ts'

/** The result for the requests of a page. */
export interface PageExplanation {
  /**
   * How many requests CORS blocked. In Firefox and WebKit, it includes failed requests that the recording leaves
   * undecided.
   */
  readonly blocked: number
  /** The explanation of each problem, for a terminal or a text file; empty if there is none. */
  readonly text: string
}

/** Explains the requests of a recording that the browser blocked because of CORS. Secrets are masked. */
export async function explainRecording(har: Har): Promise<PageExplanation> {
  const redaction = redactionFor(false)
  const examined = await examine(har, { engine: null, origin: null, redaction, name: 'page.har' })
  const isBlocked = (diagnosis: Diagnosis): boolean => hasCorsFailure(diagnosis, har)
  const failures = examined.diagnoses.filter(isBlocked)
  const blocked = failures.length
  const verb = failures.some((one) => mayBeBlocked(one, har)) ? 'blocked, or may have blocked,' : 'blocked'
  const options = {
    style: makeStyle(false),
    redaction: limited(redaction),
    width: 100,
    listWidth: 100,
    includes: isBlocked,
    folds: () => false,
  }
  const problems = numberedProblems([examined], options)
  const said = problems.map((one) =>
    [...problemLines(one, options), ...browserLines(one.problem.example, har)].join('\n'),
  )
  return {
    blocked,
    text:
      blocked === 0
        ? ''
        : [`CORS ${verb} ${plural(blocked, 'request', 'requests')}.`, ...said, ''].join('\n\n'),
  }
}

/** Reports whether CORS blocked a request, by the rules or by the browser's own report. */
const hasCorsFailure = (diagnosis: Diagnosis, har: Har): boolean =>
  diagnosis.verdict.type === 'blocked' || corsErrorOf(diagnosis, har) !== null || mayBeBlocked(diagnosis, har)

/** Without the protocol, the recording only shows that a request failed the way CORS failures do. */
function mayBeBlocked({ verdict: { type, exchange } }: Diagnosis, { log }: Har): boolean {
  if (log.browser !== undefined || type === 'not-cors') return false
  const { outcome, elsewhere, source } = exchange.observed
  // WebKit's error itself mentions CORS; other errors more specific than "failed" are network errors.
  return outcome === 'blocked' && (!elsewhere || /access[- ]control|preflight/i.test(source?.value ?? ''))
}

/** The browser's own code decides among those that the recording leaves possible. */
function browserLines(diagnosis: Diagnosis, har: Har): readonly string[] {
  const error = corsErrorOf(diagnosis, har)
  return error === null ? [] : ['', `  Chromium's own code for this request is \`${error}\`.`]
}
