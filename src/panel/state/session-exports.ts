import {
  type Diagnosis,
  isListed,
  plain,
  problemLine,
  problemsOf,
  type Redaction,
  redactHarEntry,
  sessionMarkdown,
  toReport,
  version,
} from '../../internal.ts'
import { redactionFor, shownWith } from './exports.ts'
import type { Session } from './session.ts'
import { isOfCors } from './verdict-kind.ts'

/** Returns all problems in the panel, for an issue for the API's team. */
export const sessionAsMarkdown = ({ store }: Session, secrets: boolean): string =>
  sessionMarkdown(
    store
      .get()
      .diagnoses.filter((one) => isListed(one, false))
      .map((one) => shownWith(one, secrets)),
    redactionFor(secrets),
  )

/** Returns the JSON report on everything in the panel, as the command line prints it. */
export function sessionAsJson({ store }: Session, secrets: boolean): string {
  const examined = store.get().sources.map((source) => ({
    ...source,
    diagnoses: source.diagnoses.map((one) => shownWith(one, secrets)),
  }))
  const report = toReport(examined, {
    version,
    redaction: redactionFor(secrets),
    includes: (one) => isListed(one, false),
  })
  return `${JSON.stringify(report, null, 2)}\n`
}

/** Returns the entries of all listed requests as one HAR file, grouped by problem, with the problem in each entry. */
export function sessionAsHar(session: Session, secrets: boolean): string {
  const redaction = redactionFor(secrets)
  const listed = session.store.get().diagnoses.filter(isOfCors)
  const entries = problemsOf(listed).flatMap((problem) => {
    const comment = plain(problemLine(problem).reason, redaction.value)
    return problem.all.flatMap((one) => entriesOf(one, session, redaction, secrets, comment))
  })
  const creator = { name: 'whycors', version }
  return `${JSON.stringify({ log: { version: '1.2', creator, entries } }, null, 2)}\n`
}

const entriesOf = (
  diagnosis: Diagnosis,
  session: Session,
  redaction: Redaction,
  secrets: boolean,
  comment: string,
): readonly object[] =>
  session
    .rawEntries(diagnosis)
    .map((entry) => (secrets ? entry : redactHarEntry(entry, redaction)))
    .flatMap((entry) => (typeof entry === 'object' && entry !== null ? [{ ...entry, comment }] : []))
