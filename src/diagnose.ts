import type { Bug } from './bug.ts'
import { type FoundRootCause, rootCausesOf } from './causes/root-causes-of.ts'
import { cautionsFor, type Notice } from './cautions/index.ts'
import type { EngineId } from './engines/engine.ts'
import type { Exchange } from './evidence/exchange.ts'
import { exchangesInSteps, type KnownExchanges } from './evidence/exchanges-of.ts'
import { noPageReport, type PageReport } from './evidence/page-report.ts'
import { completePlan } from './fix/complete-plan.ts'
import { guessFramework } from './fix/guess-framework.ts'
import { type Plan, planFor } from './fix/plan.ts'
import type { HarEntry, Recording } from './har/har-entry.ts'
import { atOnce, type InSteps } from './in-steps.ts'
import { lazily } from './lazily.ts'
import { isUnchanged, type Noting, noting } from './reading/siblings.ts'
import { type KnownSiblings, siblingsByOrigin } from './reading/siblings-by-origin.ts'
import { failingChecks, nextFailingChecks } from './verdict/failing-checks.ts'
import { judge, judgeInSteps } from './verdict/judge.ts'
import type { Verdict } from './verdict/verdict.ts'

/** Everything that is found out about one fetch. */
export interface Diagnosis {
  readonly verdict: Verdict
  readonly rootCauses: readonly FoundRootCause[]
  readonly cautions: readonly Notice[]
  readonly plan: Plan | null
  /** What has thrown so far; the rest is whole. It grows while the other properties are read for the first time. */
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
  /** Is called with each verdict as soon as there is one. */
  readonly judged?: (verdict: Verdict) => void
}

/** A diagnosis, and what it rests on. */
interface Diagnosed {
  readonly among: KnownSiblings
  readonly noting: Noting
  readonly planned: Planned
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
    const verdict = old ?? (yield* judgeInSteps(exchange, options))
    verdicts.push(verdict)
    if (old !== undefined) continue
    memory.verdicts.set(exchange, verdict)
    options.judged?.(verdict)
    yield
  }
  const siblingsOf = siblingsByOrigin(verdicts, memory.siblings)
  const diagnoses: Diagnosis[] = []
  for (const verdict of verdicts) {
    const among = siblingsOf(verdict)
    const old = memory.diagnoses.get(verdict)
    const isAsBefore =
      old !== undefined && (old.among === among || isUnchanged(old.noting.reading, among.siblings))
    if (isAsBefore) old.noting.follow(among.siblings)
    const now = isAsBefore ? { ...old, among } : diagnosed(verdict, among, old)
    diagnoses.push(now.diagnosis)
    if (old?.among === among) continue
    memory.diagnoses.set(verdict, now)
    if (!isAsBefore) yield
  }
  return diagnoses
}

/** Returns a diagnosis whose console sentences show the recording's values in another way. */
export const showingAs = (diagnosis: Diagnosis, options: DiagnoseOptions): Diagnosis =>
  lazily<Diagnosis>({
    verdict: () => judge(diagnosis.verdict.exchange, options),
    rootCauses: () => diagnosis.rootCauses,
    cautions: () => diagnosis.cautions,
    plan: () => diagnosis.plan,
    bugs: () => diagnosis.bugs,
  })

/**
 * What nobody prints isn't computed: root causes, cautions and the plan are made when they are first read. The list of
 * bugs grows with them.
 */
function diagnosed(verdict: Verdict, among: KnownSiblings, old: Diagnosed | undefined): Diagnosed {
  const bugs: Bug[] = [...failingChecks(verdict), ...nextFailingChecks(verdict)].flatMap(
    ({ finding }) => finding.bugs,
  )
  const report = (bug: Bug): void => void bugs.push(bug)
  const noted = noting(among.siblings)
  // Without its guesses at the server, the plan is the same whatever the siblings.
  const planned = old?.planned ?? lazily<Planned>({ plan: () => planFor(verdict) })
  const diagnosis: Diagnosis = lazily<Diagnosis>({
    verdict: () => verdict,
    rootCauses: () => (mayHaveCauses(verdict) ? rootCausesOf(verdict, noted.siblings, report) : []),
    cautions: () => cautionsFor(verdict, noted.siblings, report),
    plan: () =>
      planned.plan === null
        ? null
        : completePlan(planned.plan, verdict, {
            siblings: noted.siblings,
            causes: diagnosis.rootCauses,
            frameworks: guessFramework(planned.plan.target, noted.siblings, report),
          }),
    bugs: () => bugs,
  })
  return { among, noting: noted, planned, diagnosis }
}

interface Planned {
  readonly plan: ReturnType<typeof planFor>
}

/** CORS doesn't apply to a response that mode "no-cors" made opaque, but the mode is often a mistaken fix. */
const mayHaveCauses = (verdict: Verdict): boolean =>
  verdict.type !== 'shared' && (verdict.type !== 'not-cors' || verdict.why === 'no-cors')
