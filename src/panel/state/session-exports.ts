import {
  atOnce,
  type Diagnosis,
  type Examined,
  type InSteps,
  isListed,
  plain,
  problemLine,
  problemsOf,
  type Redaction,
  redactHarEntry,
  reportPieces,
  sessionMarkdown,
  showingSecrets,
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
export const exportSession = (what: SessionExport, exported: Exported, secrets: boolean): string =>
  atOnce(exportInSteps(what, exported, secrets)).join('')

/** Returns the pieces of that text, which may be longer than a text can be, in steps. */
export function* exportInSteps(
  what: SessionExport,
  exported: Exported,
  secrets: boolean,
): InSteps<readonly string[]> {
  const redaction = secrets ? showingSecrets : exported.redaction
  const pieces: string[] = []
  const inPieces = { markdown: markdownPieces, json: jsonPieces, har: harPieces }[what]
  for (const piece of inPieces(exported, redaction, secrets)) {
    pieces.push(piece)
    yield
  }
  return pieces
}

/** The problems, for an issue to the team of the API. */
function* markdownPieces({ sources }: Exported, redaction: Redaction): Generator<string> {
  const shown: Diagnosis[] = []
  for (const { diagnoses } of sources)
    for (const one of diagnoses) {
      if (!isListed(one, false)) continue
      shown.push(shownWith(one, redaction))
      // So that the work can pause.
      yield ''
    }
  yield sessionMarkdown(shown, redaction)
}

/** Yields the JSON report on everything in the panel, as the command line prints it. */
const jsonPieces = ({ sources }: Exported, redaction: Redaction): Generator<string> =>
  reportPieces(sources, {
    version,
    redaction,
    includes: (one) => isListed(one, false),
    asListed: (one) => shownWith(one, redaction),
  })

/** The entries of all listed requests as one HAR file, those of one problem together; each says which it is. */
function* harPieces(exported: Exported, redaction: Redaction, secrets: boolean): Generator<string> {
  const listed = exported.sources.flatMap(({ diagnoses }) => diagnoses).filter(isOfCors)
  const log = { version: '1.2', creator: { name: 'whycors', version } }
  yield `${JSON.stringify({ log }, null, 2).slice(0, -END.length)},\n    "entries": [`
  let count = 0
  for (const problem of problemsOf(listed)) {
    const comment = plain(problemLine(problem).reason, redaction.value)
    for (const one of problem.all)
      for (const entry of entriesOf(one, exported, redaction, secrets, comment))
        yield `${count++ === 0 ? '' : ','}\n      ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n      ')}`
  }
  yield `${count === 0 ? '' : '\n    '}]${END}\n`
}

/** What closes the log and the file. */
const END = '\n  }\n}'

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
