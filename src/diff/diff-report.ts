import { bugsOf } from '../bug.ts'
import type { Diagnosis } from '../diagnose.ts'
import { entryOf } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { headline } from '../explain/headline.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { redactText } from '../redact/redact-text.ts'
import type { Report, SourceReport } from '../report/report.ts'
import { type Examined, reportHead } from '../report/to-report.ts'
import { plain } from '../text/plain.ts'
import type { Text } from '../text/text.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import { type Change, type Counts, changeOf } from './change.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type Kind, pairKinds } from './pair-kinds.ts'

/** What changed between two recordings, as one JSON document. New fields keep `format`; a change of meaning raises it. */
export interface DiffReport extends Pick<Report, 'format' | 'tool' | 'bugs'> {
  readonly sources: { readonly before: readonly SourceReport[]; readonly after: readonly SourceReport[] }
  /** Blocked before, allowed after. */
  readonly fixed: readonly DiffItem[]
  /** Allowed before, blocked after. */
  readonly broken: readonly DiffItem[]
  readonly stillBlocked: readonly DiffItem[]
  /** Only in the recording after. */
  readonly appeared: readonly DiffItem[]
  /** Only in the recording before. */
  readonly gone: readonly DiffItem[]
  /** Changed, but one of the recordings doesn't show what the browser did, or the request failed for another reason. */
  readonly unclear: readonly DiffItem[]
  /** How many kinds of request are unchanged and not blocked. */
  readonly unchanged: number
}

/** Requests of one kind, in both recordings. */
export interface DiffItem {
  readonly method: string
  /** The API's origin. */
  readonly target: string
  /** The path with `{id}` in place of numbers, hashes and the like. */
  readonly pathPattern: string
  /** null: this recording has no such request. */
  readonly before: DiffSide | null
  readonly after: DiffSide | null
}

/** The outcome of the requests of one kind in one recording. */
export interface DiffSide {
  /** "blocked" if at least one of them was. */
  readonly outcome: Outcome
  readonly requests: number
  readonly blocked: number
  /** The origins of the pages that sent them. */
  readonly origins: readonly string[]
  /** The rules that blocked them first, each once. */
  readonly rules: readonly string[]
  /** What happened to the first one with this outcome, and its position. */
  readonly headline: string
  readonly url: string
  readonly file: number
  readonly entry: number
}

type Listed = Exclude<Change, 'unchanged'>

/** How a comparison is shown. */
export interface DiffShowing {
  readonly version: string
  readonly redaction: Redaction
  /** Returns a sentence as shown in the report. Default: plain words, with values in backticks. */
  readonly say?: (words: Text) => string
}

/** Returns what changed between two recordings, each of one or more files. */
export function toDiffReport(
  before: readonly Examined[],
  after: readonly Examined[],
  { version, redaction, say = sayPlainly(redaction) }: DiffShowing,
): DiffReport {
  const lists: Record<Listed, DiffItem[]> = {
    fixed: [],
    broken: [],
    stillBlocked: [],
    appeared: [],
    gone: [],
    unclear: [],
  }
  let unchanged = 0
  const diagnosesOf = (all: readonly Examined[]): readonly Diagnosis[] => all.flatMap((one) => one.diagnoses)
  for (const kind of pairKinds(diagnosesOf(before), diagnosesOf(after))) {
    const change = changeOf(countsOf(kind.before), countsOf(kind.after))
    if (change === 'unchanged') unchanged++
    else lists[change].push(itemOf(kind, redaction, say))
  }
  const head = (all: readonly Examined[]) => reportHead(all, { version, redaction, includes: () => true })
  const { format, tool, sources } = head(before)
  const bugs = bugsOf([...diagnosesOf(before), ...diagnosesOf(after)])
  return {
    format,
    tool,
    sources: { before: sources, after: head(after).sources },
    ...lists,
    unchanged,
    ...(bugs.length === 0
      ? {}
      : { bugs: bugs.map((bug) => ({ ...bug, message: redaction.value(bug.message) })) }),
  }
}

function countsOf(diagnoses: readonly Diagnosis[]): Counts | null {
  if (diagnoses.length === 0) return null
  const counts = { blocked: 0, allowed: 0, unclear: 0 }
  for (const diagnosis of diagnoses) counts[outcomeOf(diagnosis)]++
  return counts
}

const sayPlainly =
  (redaction: Redaction) =>
  (words: Text): string =>
    plain(redactText(words, redaction), (value) => value)

const itemOf = (
  { method, target, pathPattern, before, after }: Kind,
  redaction: Redaction,
  say: (words: Text) => string,
): DiffItem => ({
  method: redaction.value(method),
  target: redaction.value(target),
  pathPattern: redaction.value(pathPattern),
  before: sideOf(before, redaction, say),
  after: sideOf(after, redaction, say),
})

function sideOf(
  diagnoses: readonly Diagnosis[],
  redaction: Redaction,
  say: (words: Text) => string,
): DiffSide | null {
  const blocked = diagnoses.filter((one) => outcomeOf(one) === 'blocked')
  const example = blocked[0] ?? diagnoses.find((one) => outcomeOf(one) === 'unclear') ?? diagnoses[0]
  if (example === undefined) return null
  const { verdict } = example
  const entry = entryOf(verdict.exchange.chain[0])
  const origins = diagnoses.flatMap((one) => valuesOfFact(one.verdict.exchange.facts.origin).slice(0, 1))
  const rules = blocked.flatMap((one) => failingChecks(one.verdict).map(({ finding }) => finding.rule.id))
  return {
    outcome: outcomeOf(example),
    requests: diagnoses.length,
    blocked: blocked.length,
    origins: [...new Set(origins)].map(redaction.value),
    rules: [...new Set(rules)],
    headline: say(headline(verdict)),
    url: redaction.url(verdict.exchange.url),
    file: verdict.exchange.recording.file,
    entry: entry.index,
  }
}
