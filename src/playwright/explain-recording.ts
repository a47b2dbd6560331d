import { numberedProblems } from '../cli/numbered-problems.ts'
import { problemLines } from '../cli/problem-lines.ts'
import { makeStyle } from '../cli/style.ts'
import { type Diagnosis, examine, limited, plural, redactionFor } from '../internal.ts'
import { corsErrorOf } from './cors-error-of.ts'
import type { Har } from './recorder.ts'

/** What there is to say about the requests of a page. */
export interface PageExplanation {
  /** How many requests CORS blocked; in Firefox and WebKit, where the recording doesn't decide it, also those that it may have. */
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

/** Reports whether CORS blocked a request: by the rules, or because the browser itself says so. */
const hasCorsFailure = (diagnosis: Diagnosis, har: Har): boolean =>
  diagnosis.verdict.type === 'blocked' || corsErrorOf(diagnosis, har) !== null || mayBeBlocked(diagnosis, har)

/** Without the protocol, a request that failed as CORS makes them fail is all that a recording shows. */
function mayBeBlocked({ verdict: { type, exchange } }: Diagnosis, { log }: Har): boolean {
  if (log.browser !== undefined || type === 'not-cors') return false
  const { outcome, elsewhere, source } = exchange.observed
  // WebKit says in the error itself that it was CORS; other errors that say more than "failed" are of the network.
  return outcome === 'blocked' && (!elsewhere || /access[- ]control|preflight/i.test(source?.value ?? ''))
}

/** The browser's own code decides between those that the recording leaves open. */
function browserLines(diagnosis: Diagnosis, har: Har): readonly string[] {
  const error = corsErrorOf(diagnosis, har)
  return error === null ? [] : ['', `  Chromium's own code for this request is \`${error}\`.`]
}
