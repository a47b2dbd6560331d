import {
  CUT,
  curlOf,
  type Diagnosis,
  type Examined,
  explanationOf,
  failingChecks,
  type HarEntry,
  limited,
  type Redaction,
  redactHarEntry,
  type Shell,
  showingAs,
  showingSecrets,
  toMarkdown,
  toReport,
  version,
} from '../../internal.ts'
import { wholeRedaction } from '../parts/redaction.ts'
import { field, stringIn } from '../parts/untrusted.ts'
import type { Session } from './session.ts'
import type { State } from './state.ts'

export const redactionFor = (secrets: boolean): Redaction => (secrets ? showingSecrets : wholeRedaction)

/** Returns a diagnosis whose console sentences are shown as a redaction shows values by now. */
export const shownWith = (diagnosis: Diagnosis, redaction: Redaction): Diagnosis =>
  showingAs(diagnosis, { engine: null, show: redaction.value })

/** Returns the explanation of a fetch, for an issue for the API's team. */
export const markdownOf = (diagnosis: Diagnosis, secrets: boolean): string =>
  toMarkdown(explanationOf(shownWith(diagnosis, redactionFor(secrets))), limited(redactionFor(secrets)))

/** Returns the JSON report on this fetch. */
export function jsonOf(diagnosis: Diagnosis, { sources }: State, secrets: boolean): string {
  const redaction = redactionFor(secrets)
  const { file } = diagnosis.verdict.exchange.recording
  const examined = sources.flatMap((source): readonly Examined[] =>
    source.recording.file === file ? [{ ...source, diagnoses: [shownWith(diagnosis, redaction)] }] : [],
  )
  const report = toReport(examined, { version, redaction, includes: () => true })
  return `${JSON.stringify(report, null, 2)}\n`
}

/** Returns the entries of a fetch as a HAR file. */
export function harOf(diagnosis: Diagnosis, session: Session, secrets: boolean): string {
  const raw = session.rawEntries(diagnosis)
  const entries = secrets ? raw : raw.map((entry) => redactHarEntry(entry, wholeRedaction))
  const { creator } = diagnosis.verdict.exchange.recording
  const [name = '', number = ''] = redactionFor(secrets).value(creator).split(' ')
  const log = { version: '1.2', creator: { name, version: number }, comment: `whycors ${version}`, entries }
  return `${JSON.stringify({ log }, null, 2)}\n`
}

/** Returns the curl command for the preflight or the request of a fetch, or null if there is none. */
export function curlFor(
  diagnosis: Diagnosis,
  which: 'preflight' | 'actual',
  session: Session,
  secrets: boolean,
  shell: Shell = 'bash',
): string | null {
  const { exchange } = diagnosis.verdict
  const hop = exchange.chain[failingChecks(diagnosis.verdict)[0]?.hop ?? 0] ?? exchange.chain[0]
  const entry = which === 'preflight' ? hop.preflight : hop.actual
  if (entry === null) return null
  const { origin } = exchange.facts
  return curlOf(entry, {
    redaction: redactionFor(secrets),
    body: secrets && which === 'actual' ? bodyOf(entry, diagnosis, session) : null,
    origin: origin.known ? origin.value : (origin.candidates[0] ?? null),
    shell,
  })
}

function bodyOf(entry: HarEntry, diagnosis: Diagnosis, session: Session): string | null {
  const entries = diagnosis.verdict.exchange.chain
    .flatMap((hop) => [hop.preflight, hop.actual])
    .filter((one) => one !== null)
  const raw = session.rawEntries(diagnosis)[entries.indexOf(entry)]
  const text = stringIn(field(field(raw, 'request'), 'postData'), 'text')
  // With an incomplete body, the command would send something else.
  return text === '' || text.endsWith(CUT) ? null : text
}
