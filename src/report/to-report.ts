import { bugsOf } from '../bug.ts'
import type { FoundRootCause } from '../causes/root-causes-of.ts'
import type { Notice } from '../cautions/index.ts'
import type { Diagnosis } from '../diagnose.ts'
import type { EngineId } from '../engines/engine.ts'
import type { Assumptions } from '../evidence/assumptions.ts'
import { type Exchange, entryOf } from '../evidence/exchange.ts'
import type { Evidence, Fact } from '../evidence/fact.ts'
import { becauseText } from '../explain/because-text.ts'
import { explanationOf } from '../explain/explanation.ts'
import { wordsOf } from '../explain/section.ts'
import type { CauseText } from '../explain/told.ts'
import { mergePolicies } from '../fix/policy/merge-policies.ts'
import { whoAsked } from '../fix/policy/who-asked.ts'
import type { Recording, SkippedEntry, Truncation } from '../har/har-entry.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { redactText } from '../redact/redact-text.ts'
import { plain } from '../text/plain.ts'
import type { Text } from '../text/text.ts'
import type { EngineVerdict } from '../verdict/verdict.ts'
import { redactEvidence } from './redact-evidence.ts'
import type { CauseReport, EngineReport, ExchangeReport, FactReport, Report } from './report.ts'

/** One recording and its diagnoses. */
export interface Examined {
  readonly recording: Recording
  /** How many entries the recording has, including the skipped ones. */
  readonly entries: number
  readonly diagnoses: readonly Diagnosis[]
  readonly skipped: readonly SkippedEntry[]
  readonly truncated: Truncation | null
}

/** The input of a report. */
export interface ReportOptions {
  readonly version: string
  readonly redaction: Redaction
  /** Which fetches are listed. */
  readonly includes: (diagnosis: Diagnosis) => boolean
  /** Returns a fetch as it's listed. Default: as it is. */
  readonly asListed?: (diagnosis: Diagnosis) => Diagnosis
}

/** Returns the JSON report of one or several recordings. */
export function toReport(examined: readonly Examined[], options: ReportOptions): Report {
  const exchanges = [...exchangeReports(examined, options)]
  return { ...reportHead(examined, options), exchanges, ...reportRest(examined, options) }
}

/** Returns the part of the report before its fetches. */
export const reportHead = (
  examined: readonly Examined[],
  { version, redaction }: ReportOptions,
): Pick<Report, 'format' | 'tool' | 'sources'> => ({
  format: 1,
  tool: { name: 'whycors', version },
  sources: examined.map(({ recording, entries }) => ({
    file: redaction.value(recording.name),
    creator: redaction.value(recording.creator),
    entries,
    browser: recording.browser,
  })),
})

/** Yields the fetches that the report lists, one by one, so that not all need memory at once. */
export function* exchangeReports(
  examined: readonly Examined[],
  { redaction, includes, asListed = same }: ReportOptions,
): Generator<ExchangeReport> {
  for (const { diagnoses } of examined)
    for (const diagnosis of diagnoses)
      if (includes(diagnosis)) yield exchangeReport(asListed(diagnosis), redaction)
}

const same = (diagnosis: Diagnosis): Diagnosis => diagnosis

/** Returns the part of the report after its fetches. Its bugs are only complete after the fetches were reported. */
export function reportRest(
  examined: readonly Examined[],
  { redaction }: ReportOptions,
): Omit<Report, 'format' | 'tool' | 'sources' | 'exchanges'> {
  const rest = {
    policies: mergePolicies(examined.flatMap(({ diagnoses }) => diagnoses)).map(
      ({ target, policy, wishes, leftOut }) => ({
        target,
        policy,
        ...(leftOut.length === 0
          ? {}
          : {
              leftOut: leftOut.map(({ origin, why }) => ({
                origin: redaction.value(origin),
                why: plain(redactText(why, redaction), (value) => value),
              })),
            }),
        askedBy: whoAsked(policy, wishes).map(({ part, value, by }) => ({
          part,
          value,
          entries: by.map(({ verdict: { exchange } }) => ({
            file: exchange.recording.file,
            entry: entryOf(exchange.chain[0]).index,
          })),
        })),
      }),
    ),
    skipped: examined.flatMap(({ recording, skipped }) =>
      skipped.map(({ entry, why }) => ({
        file: redaction.value(recording.name),
        entry,
        why,
      })),
    ),
    ...truncatedOf(examined, redaction),
  }
  // Everything that may throw has been read by now.
  const bugs = bugsOf(examined.flatMap(({ diagnoses }) => diagnoses))
  return bugs.length === 0
    ? rest
    : { ...rest, bugs: bugs.map((bug) => ({ ...bug, message: redaction.value(bug.message) })) }
}

function truncatedOf(examined: readonly Examined[], redaction: Redaction): Pick<Report, 'truncated'> {
  const truncated = examined.flatMap(({ recording, truncated }) =>
    truncated === null
      ? []
      : [{ file: redaction.value(recording.name), byteOffset: truncated.byteOffset, why: truncated.why }],
  )
  return truncated.length === 0 ? {} : { truncated }
}

/** Returns one fetch as the JSON report has it, secrets masked. */
export function exchangeReport(diagnosis: Diagnosis, redaction: Redaction): ExchangeReport {
  const { exchange } = diagnosis.verdict
  const explanation = explanationOf(diagnosis)
  const { plan, preflight } = explanation
  const say = (text: Text): string => plain(redactText(text, redaction), (value) => value)
  const evidence = (all: readonly Evidence[]): readonly Evidence[] =>
    all.map((one) => redactEvidence(one, redaction))
  const cause = ({ assumption: _, ...one }: CauseText): CauseReport => ({
    ...one,
    assuming: assumingReport(one.assuming),
    summary: say(one.summary),
    detail: say(one.detail),
    evidence: evidence(one.evidence),
  })
  const notice = <T extends FoundRootCause | Notice>({ id, summary, detail, evidence: shown }: T) => ({
    id,
    summary: say(summary),
    detail: say(detail),
    evidence: evidence(shown),
  })
  return {
    file: exchange.recording.file,
    entries: entriesOf(exchange),
    url: redaction.url(explanation.url),
    method: redaction.value(explanation.method),
    origin: explanation.origin === null ? null : redaction.value(explanation.origin),
    observed: exchange.observed.outcome,
    verdict: explanation.type,
    headline: say(explanation.headline),
    facts: factsOf(exchange, redaction),
    preflight:
      preflight === null
        ? null
        : { why: say(preflight.why), avoid: preflight.avoid === null ? null : say(preflight.avoid) },
    causes: explanation.causes.map(cause),
    alsoFailing: explanation.alsoFailing.map(cause),
    engines: enginesOf(diagnosis.verdict.engines),
    rootCauses: explanation.rootCauses.map((one) => ({ ...notice(one), confidence: one.confidence })),
    cautions: explanation.cautions.map(notice),
    sections: explanation.sections.map(({ id, title, items }) => ({
      id,
      title,
      items: items.map((item) => redactText(wordsOf(item), redaction)),
    })),
    plan:
      plan === null
        ? null
        : {
            target: plan.target,
            policy: plan.policy,
            keeps: plan.keeps,
            promise: plan.promise,
            first: plan.first === null ? null : say(plan.first),
            required: plan.required.map(say),
            alternatives: plan.alternatives.map(say),
            client: [...plan.required, ...plan.alternatives].map(say),
            why: say(plan.why),
            layer: plan.layer === null ? null : { ...plan.layer, evidence: evidence(plan.layer.evidence) },
            frameworks: plan.frameworks.map((one) => ({
              id: one.framework,
              title: one.title,
              confidence: one.confidence,
              why: say(one.why),
              evidence: evidence(one.evidence),
            })),
          },
  }
}

function entriesOf({ chain }: Exchange): ExchangeReport['entries'] {
  const [first, ...rest] = chain
  return {
    actual: first.actual?.index ?? null,
    preflight: first.preflight?.index ?? null,
    redirects: rest.map((hop) => entryOf(hop).index),
  }
}

function factsOf({ facts }: Exchange, redaction: Redaction): ExchangeReport['facts'] {
  const fact = (one: Fact<unknown>): FactReport => {
    const shown = (value: unknown): unknown => (typeof value === 'string' ? redaction.value(value) : value)
    return one.known
      ? { known: true, value: shown(one.value), source: redactEvidence(one.source, redaction) }
      : {
          known: false,
          candidates: one.candidates.map(shown),
          because: plain(becauseText[one.because], (value) => value),
        }
  }
  return {
    credentialsMode: fact(facts.credentialsMode),
    mode: fact(facts.mode),
    origin: fact(facts.origin),
    preflightNeeded: fact(facts.preflightNeeded),
  }
}

const enginesOf = (verdicts: Readonly<Record<EngineId, EngineVerdict>>): ExchangeReport['engines'] => {
  const one = (verdict: EngineVerdict): EngineReport => verdict
  return {
    spec: one(verdicts.spec),
    chromium: one(verdicts.chromium),
    firefox: one(verdicts.firefox),
    webkit: one(verdicts.webkit),
  }
}

/** The report names every assumption. */
const assumingReport = ({ response, ...others }: Assumptions): CauseReport['assuming'] => ({
  ...(response === undefined ? {} : { response: `that of entry ${response}` }),
  ...others,
})
