import { bugsOf } from '../bug.ts'
import type { Diagnosis } from '../diagnose.ts'
import type { EngineId } from '../engines/engine.ts'
import type { Assumptions } from '../evidence/assumptions.ts'
import { type Exchange, entryOf } from '../evidence/exchange.ts'
import type { Evidence, Fact } from '../evidence/fact.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { becauseText } from '../explain/because-text.ts'
import { headline } from '../explain/headline.ts'
import { whyPreflight } from '../explain/why-preflight.ts'
import { algorithmOf } from '../fetch/steps.ts'
import { mergePolicies } from '../fix/policy/merge-policies.ts'
import { whoAsked } from '../fix/policy/who-asked.ts'
import type { Recording, SkippedEntry } from '../har/har-entry.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { redactText } from '../redact/redact-text.ts'
import { plain } from '../text/plain.ts'
import type { Text } from '../text/text.ts'
import { failingChecks, nextFailingChecks } from '../verdict/failing-checks.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import type { EngineVerdict, FailingCheck } from '../verdict/verdict.ts'
import { redactEvidence } from './redact-evidence.ts'
import type { CauseReport, EngineReport, ExchangeReport, FactReport, Report } from './report.ts'

/** One recording with what was found in it. */
export interface Examined {
  readonly recording: Recording
  /** How many entries the recording has, the skipped ones included. */
  readonly entries: number
  readonly diagnoses: readonly Diagnosis[]
  readonly skipped: readonly SkippedEntry[]
}

/** What goes into a report. */
export interface ReportOptions {
  readonly version: string
  readonly redaction: Redaction
  /** Which fetches are listed. */
  readonly includes: (diagnosis: Diagnosis) => boolean
}

/** Returns the JSON report of one or several recordings. */
export function toReport(
  examined: readonly Examined[],
  { version, redaction, includes }: ReportOptions,
): Report {
  const report = {
    format: 1 as const,
    tool: { name: 'whycors' as const, version },
    sources: examined.map(({ recording, entries }) => ({
      file: redaction.value(recording.name),
      creator: redaction.value(recording.creator),
      entries,
      browser: recording.browser,
    })),
    exchanges: examined.flatMap(({ diagnoses }) =>
      diagnoses.filter(includes).map((diagnosis) => exchangeReport(diagnosis, redaction)),
    ),
    policies: mergePolicies(examined.flatMap(({ diagnoses }) => diagnoses)).map(
      ({ target, policy, wishes }) => ({
        target,
        policy,
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
        why: redaction.value(why),
      })),
    ),
  }
  // What throws shows once everything above has been read.
  const bugs = bugsOf(examined.flatMap(({ diagnoses }) => diagnoses))
  return bugs.length === 0
    ? report
    : { ...report, bugs: bugs.map((bug) => ({ ...bug, message: redaction.value(bug.message) })) }
}

/** Returns one fetch as the JSON report has it, secrets masked. */
export function exchangeReport(diagnosis: Diagnosis, redaction: Redaction): ExchangeReport {
  const { verdict, rootCauses, cautions, plan } = diagnosis
  const { exchange } = verdict
  const say = (text: Text): string => plain(redactText(text, redaction), (value) => value)
  const evidence = (all: readonly Evidence[]): readonly Evidence[] =>
    all.map((one) => redactEvidence(one, redaction))
  const cause = (one: FailingCheck): CauseReport => ({
    rule: one.finding.rule.id,
    phase: one.phase,
    hop: one.hop,
    assuming: assumingReport(one.assuming),
    summary: say(one.finding.rule.summary(one.finding.args)),
    detail: say(one.finding.rule.detail(one.finding.args)),
    step: algorithmOf(one.step),
    evidence: evidence(one.evidence),
  })
  const [origin = null] = valuesOfFact(exchange.facts.origin)
  const why = notCorsReason(verdict) === null ? whyPreflight(exchange) : null
  return {
    file: exchange.recording.file,
    entries: entriesOf(exchange),
    url: redaction.url(exchange.url),
    method: redaction.value(exchange.method),
    origin: origin === null ? null : redaction.value(origin),
    observed: exchange.observed.outcome,
    verdict: verdict.type,
    headline: say(headline(verdict)),
    facts: factsOf(exchange, redaction),
    preflight: why === null ? null : { why: say(why.why), avoid: why.avoid === null ? null : say(why.avoid) },
    causes: failingChecks(verdict).map(cause),
    alsoFailing: nextFailingChecks(verdict).map(cause),
    engines: enginesOf(verdict.engines),
    rootCauses: rootCauses.map((one) => ({
      id: one.id,
      confidence: one.confidence,
      summary: say(one.summary),
      detail: say(one.detail),
      evidence: evidence(one.evidence),
    })),
    cautions: cautions.map((one) => ({
      id: one.id,
      summary: say(one.summary),
      detail: say(one.detail),
      evidence: evidence(one.evidence),
    })),
    plan:
      plan === null
        ? null
        : {
            target: plan.target,
            policy: plan.policy,
            required: plan.required.map(say),
            alternatives: plan.alternatives.map(say),
            client: [...plan.required, ...plan.alternatives].map(say),
            why: say(plan.why),
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
          because: plain(becauseText[one.because], redaction.value),
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

/** The report has words for every assumption. */
const assumingReport = ({ response, ...others }: Assumptions): CauseReport['assuming'] => ({
  ...(response === undefined ? {} : { response: `that of entry ${response}` }),
  ...others,
})
