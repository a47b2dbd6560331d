import {
  type Diagnosis,
  type Examined,
  isListed,
  plain,
  problemLine,
  problemsOf,
  type Redaction,
  redactHarEntry,
  sessionMarkdown,
  showingSecrets,
  toReport,
  version,
} from '../../internal.ts'
import { shownWith } from './exports.ts'
import type { SessionExport } from './session.ts'
import { isOfCors } from './verdict-kind.ts'

/** What a session holds: its recordings, and the entries of a fetch as they were recorded. */
export interface Exported {
  readonly sources: readonly Examined[]
  readonly redaction: Redaction
  rawEntries(diagnosis: Diagnosis): readonly unknown[]
}

/** Returns everything in a session, as a text. */
export function exportSession(what: SessionExport, exported: Exported, secrets: boolean): string {
  const redaction = secrets ? showingSecrets : exported.redaction
  switch (what) {
    case 'markdown':
      return asMarkdown(exported, redaction)
    case 'json':
      return asJson(exported, redaction)
    case 'har':
      return asHar(exported, redaction, secrets)
  }
}

/** The problems, for an issue to the team of the API. */
const asMarkdown = ({ sources }: Exported, redaction: Redaction): string =>
  sessionMarkdown(
    sources
      .flatMap(({ diagnoses }) => diagnoses)
      .filter((one) => isListed(one, false))
      .map((one) => shownWith(one, redaction)),
    redaction,
  )

/** Returns the JSON report on everything in the panel, as the command line prints it. */
function asJson({ sources }: Exported, redaction: Redaction): string {
  const examined = sources.map((source) => ({
    ...source,
    diagnoses: source.diagnoses.map((one) => shownWith(one, redaction)),
  }))
  const report = toReport(examined, { version, redaction, includes: (one) => isListed(one, false) })
  return `${JSON.stringify(report, null, 2)}\n`
}

/** The entries of all listed requests as one HAR file, those of one problem together; each says which it is. */
function asHar(exported: Exported, redaction: Redaction, secrets: boolean): string {
  const listed = exported.sources.flatMap(({ diagnoses }) => diagnoses).filter(isOfCors)
  const entries = problemsOf(listed).flatMap((problem) => {
    const comment = plain(problemLine(problem).reason, redaction.value)
    return problem.all.flatMap((one) => entriesOf(one, exported, redaction, secrets, comment))
  })
  const creator = { name: 'whycors', version }
  return `${JSON.stringify({ log: { version: '1.2', creator, entries } }, null, 2)}\n`
}

const entriesOf = (
  diagnosis: Diagnosis,
  exported: Exported,
  redaction: Redaction,
  secrets: boolean,
  comment: string,
): readonly object[] =>
  exported
    .rawEntries(diagnosis)
    .map((entry) => (secrets ? entry : redactHarEntry(entry, redaction)))
    .flatMap((entry) => (typeof entry === 'object' && entry !== null ? [{ ...entry, comment }] : []))
