import type { Bug } from './bug.ts'
import { type FoundRootCause, rootCausesOf } from './causes/root-causes-of.ts'
import { cautionsFor, type Notice } from './cautions/index.ts'
import type { EngineId } from './engines/engine.ts'
import type { Exchange } from './evidence/exchange.ts'
import { exchangesInSteps, type KnownExchanges } from './evidence/exchanges-of.ts'
import { noPageReport, type PageReport } from './evidence/page-report.ts'
import { guessFramework } from './fix/guess-framework.ts'
import { type Plan, planFor } from './fix/plan.ts'
import type { HarEntry, Recording } from './har/har-entry.ts'
import { atOnce, type InSteps } from './in-steps.ts'
import { isUnchanged, noting, type Reading, type Siblings } from './reading/siblings.ts'
import { type KnownSiblings, siblingsByOrigin } from './reading/siblings-by-origin.ts'
import { judge } from './verdict/judge.ts'
import type { Verdict } from './verdict/verdict.ts'

/** All that the product finds out about one fetch. */
export interface Diagnosis {
  readonly verdict: Verdict
  readonly rootCauses: readonly FoundRootCause[]
  readonly cautions: readonly Notice[]
  readonly plan: Plan | null
  /** What threw while this was found out; the rest is whole. */
  readonly bugs: readonly Bug[]
}

/** How a recording is to be diagnosed. */
export interface DiagnoseOptions {
  /** Whose rules decide; null: those of the browser that made the recording, else Chromium's. */
  readonly engine: EngineId | null
  /** How a value of the recording may appear in an engine's console sentence. */
  readonly show: (value: string) => string
  /** What the inspected page tells of its requests, where there is one to ask. */
  readonly page?: PageReport
}

/** A diagnosis, and what it rests on. */
interface Diagnosed {
  readonly among: KnownSiblings
  readonly reading: Reading
  readonly diagnosis: Diagnosis
}

/** What earlier rounds found out about a recording that still grows; each recording needs its own. */
export interface DiagnosisMemory {
  readonly exchanges: KnownExchanges
  readonly verdicts: WeakMap<Exchange, Verdict>
  readonly siblings: Map<string, KnownSiblings>
  readonly diagnoses: WeakMap<Verdict, Diagnosed>
}

/** Returns the memory of a recording that nothing is known of yet. */
export const emptyMemory = (): DiagnosisMemory => ({
  exchanges: new WeakMap(),
  verdicts: new WeakMap(),
  siblings: new Map(),
  diagnoses: new WeakMap(),
})

/**
 * Returns a diagnosis for every fetch of one recording, in the order in which they started: paired, judged,
 * explained by root causes and given a plan. The order of the entries does not matter; nothing makes it throw.
 */
export const diagnose = (
  recording: Recording,
  entries: readonly HarEntry[],
  options: DiagnoseOptions,
): readonly Diagnosis[] => atOnce(diagnoseInSteps(recording, entries, options, emptyMemory()))

/**
 * Returns what {@link diagnose} does, in steps. With the memory of earlier rounds over the same recording and
 * options, only what is new is judged, and what has not changed is the same object as before.
 */
export function* diagnoseInSteps(
  recording: Recording,
  entries: readonly HarEntry[],
  options: DiagnoseOptions,
  memory: DiagnosisMemory,
): InSteps<readonly Diagnosis[]> {
  const exchanges = yield* exchangesInSteps(
    recording,
    entries,
    options.page ?? noPageReport,
    memory.exchanges,
  )
  const verdicts: Verdict[] = []
  for (const exchange of exchanges) {
    const old = memory.verdicts.get(exchange)
    const verdict = old ?? judge(exchange, options)
    verdicts.push(verdict)
    if (old !== undefined) continue
    memory.verdicts.set(exchange, verdict)
    yield
  }
  const siblingsOf = siblingsByOrigin(verdicts, memory.siblings)
  const diagnoses: Diagnosis[] = []
  for (const verdict of verdicts) {
    const among = siblingsOf(verdict)
    const old = memory.diagnoses.get(verdict)
    const isAsBefore = old !== undefined && (old.among === among || isUnchanged(old.reading, among.siblings))
    const { siblings, reading } = noting(among.siblings)
    const now = isAsBefore
      ? { ...old, among }
      : { among, reading, diagnosis: diagnosisOf(verdict, siblings, old?.diagnosis ?? null) }
    diagnoses.push(now.diagnosis)
    if (old?.among === among) continue
    memory.diagnoses.set(verdict, now)
    if (!isAsBefore) yield
  }
  return diagnoses
}

/** Returns a diagnosis whose console sentences show the recording's values in another way. */
export const showingAs = (diagnosis: Diagnosis, options: DiagnoseOptions): Diagnosis => ({
  ...diagnosis,
  verdict: judge(diagnosis.verdict.exchange, options),
})

function diagnosisOf(verdict: Verdict, siblings: Siblings, old: Diagnosis | null): Diagnosis {
  const bugs: Bug[] = [...verdict.causes, ...verdict.alsoFailing].flatMap(({ finding }) => finding.bugs)
  const report = (bug: Bug): void => void bugs.push(bug)
  const plan = old === null ? planFor(verdict) : old.plan
  return {
    verdict,
    rootCauses: mayHaveCauses(verdict) ? rootCausesOf(verdict, siblings, report) : [],
    cautions: cautionsFor(verdict, siblings, report),
    plan: plan === null ? null : { ...plan, frameworks: guessFramework(plan.target, siblings, report) },
    bugs,
  }
}

/** A response that mode "no-cors" made opaque is none of CORS's business, and often somebody's mistaken fix for it. */
const mayHaveCauses = ({ type, notCors }: Verdict): boolean =>
  type !== 'shared' && (type !== 'not-cors' || notCors === 'no-cors')
