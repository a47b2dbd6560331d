import type { Bug } from './bug.ts'
import { type FoundRootCause, rootCausesOf } from './causes/root-causes-of.ts'
import { cautionsFor, type Notice } from './cautions/index.ts'
import type { EngineId } from './engines/engine.ts'
import type { Exchange } from './evidence/exchange.ts'
import { exchangesInSteps, type KnownExchanges } from './evidence/exchanges-of.ts'
import { makeKinds } from './evidence/kinds.ts'
import { noPageReport, type PageReport } from './evidence/page-report.ts'
import { completePlan } from './fix/complete-plan.ts'
import { guessFramework } from './fix/guess-framework.ts'
import { type Plan, planFor } from './fix/plan.ts'
import type { HarEntry, Recording } from './har/har-entry.ts'
import { atOnce, type InSteps } from './in-steps.ts'
import { isUnchanged, type Noting, noting, siblingsAmong } from './reading/siblings.ts'
import { type KnownSiblings, siblingsByOrigin } from './reading/siblings-by-origin.ts'
import { failingChecks, nextFailingChecks } from './verdict/failing-checks.ts'
import { judgeInSteps } from './verdict/judge.ts'
import { judgeAlike } from './verdict/judge-alike.ts'
import type { Verdict } from './verdict/verdict.ts'

/** Everything that is found out about one fetch. */
export interface Diagnosis {
  readonly verdict: Verdict
  readonly rootCauses: readonly FoundRootCause[]
  readonly cautions: readonly Notice[]
  readonly plan: Plan | null
  /**
   * The parts that have thrown so far; the rest is complete. It grows while the other properties are read for the first
   * time.
   */
  readonly bugs: readonly Bug[]
  /** How many requests like it the diagnosis stands for, if more than one. */
  readonly times?: number
}

/** The options for diagnosing a recording. */
export interface DiagnoseOptions {
  /** The engine whose rules apply; null: that of the browser that made the recording, else Chromium's. */
  readonly engine: EngineId | null
  /** Returns a recorded value as it may appear in an engine's console message. */
  readonly show: (value: string) => string
  /** The inspected page's own report of its requests, if there is one. */
  readonly page?: PageReport
  /** Called with each verdict as soon as it's available. */
  readonly judged?: (verdict: Verdict) => void
}

/** A diagnosis, and what it's based on. */
interface Diagnosed {
  readonly among: KnownSiblings
  readonly diagnosis: ReadLater
}

/** The results of earlier rounds for a growing recording; each recording needs its own. */
export interface DiagnosisMemory {
  readonly exchanges: KnownExchanges
  readonly siblings: Map<string, KnownSiblings>
  /** The verdict on the first fetch of each kind. */
  readonly models: WeakMap<object, Verdict>
  /** Null: there is only one round. */
  readonly verdicts: WeakMap<Exchange, Verdict> | null
  readonly diagnoses: WeakMap<Verdict, Diagnosed> | null
}

/** That of a whole recording. */
const memoryOfOneRound = (): DiagnosisMemory => ({
  exchanges: { byEntry: null, kinds: makeKinds() },
  siblings: new Map(),
  models: new WeakMap(),
  verdicts: null,
  diagnoses: null,
})

/** Returns the memory of a recording that grows, of which nothing is known yet. */
export const emptyMemory = (): DiagnosisMemory => ({
  ...memoryOfOneRound(),
  exchanges: { byEntry: new WeakMap(), kinds: makeKinds() },
  verdicts: new WeakMap(),
  diagnoses: new WeakMap(),
})

/**
 * Returns a diagnosis for every fetch of one recording, in the order in which they started: paired, judged, explained by
 * root causes and given a plan. The order of the entries doesn't matter. It never throws.
 */
export const diagnose = (
  recording: Recording,
  entries: readonly HarEntry[],
  options: DiagnoseOptions,
): readonly Diagnosis[] => atOnce(diagnoseInSteps(recording, entries, options, memoryOfOneRound()))

/**
 * Returns what {@link diagnose} does, in steps. With the memory of earlier rounds over the same recording and options,
 * only new fetches are judged, and unchanged diagnoses are the same objects as before.
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
    const old = memory.verdicts?.get(exchange)
    const verdict = old ?? (yield* judgeOnce(exchange, options, memory))
    verdicts.push(verdict)
    if (old !== undefined) continue
    memory.verdicts?.set(exchange, verdict)
    options.judged?.(verdict)
    if (verdicts.length % FEW === 0) yield
  }
  const siblings = siblingsByOrigin(verdicts, memory.siblings)
  const diagnoses: Diagnosis[] = []
  for (const [i, verdict] of verdicts.entries()) {
    const among = siblings[i] ?? { siblings: siblingsAmong([]) }
    const old = memory.diagnoses?.get(verdict)
    const isAsBefore = old !== undefined && (old.among === among || old.diagnosis.isUnchanged(among))
    if (isAsBefore) old.diagnosis.follow(among)
    const diagnosis = isAsBefore ? old.diagnosis : new ReadLater(verdict, among, old?.diagnosis ?? null)
    diagnoses.push(diagnosis)
    if (old?.among === among) continue
    memory.diagnoses?.set(verdict, { among, diagnosis })
    if (!isAsBefore && diagnoses.length % FEW === 0) yield
  }
  return diagnoses
}

/** How many verdicts that cost little come between two chances to pause. */
const FEW = 32

/** Judges a fetch, or returns what was found out about the first of its kind. */
function* judgeOnce(
  exchange: Exchange,
  options: DiagnoseOptions,
  { models }: DiagnosisMemory,
): InSteps<Verdict> {
  const { kind = null } = exchange
  const model = kind === null ? undefined : models.get(kind)
  if (model !== undefined) return judgeAlike(exchange, model, options)
  const judged = yield* judgeInSteps(exchange, options)
  // Most of what is allowed nobody looks at again: what it rests on is found out anew if somebody does.
  const verdict = judged.type === 'shared' ? judgeAlike(judged.exchange, judged, options) : judged
  if (kind !== null) models.set(kind, verdict)
  yield
  return verdict
}

/** Root causes, cautions and the plan are only computed when they are first read. The list of bugs grows with them. */
class ReadLater implements Diagnosis {
  readonly verdict: Verdict
  #among: KnownSiblings
  #noting: Noting | null = null
  #bugs: Bug[] | null = null
  #rootCauses: readonly FoundRootCause[] | null = null
  #cautions: readonly Notice[] | null = null
  /** Apart from its guesses at the server, the plan doesn't depend on the siblings. */
  readonly #planned: { plan?: ReturnType<typeof planFor> }
  #plan: Plan | null | undefined

  /** `before` is the diagnosis of the same fetch among other siblings. */
  constructor(verdict: Verdict, among: KnownSiblings, before: ReadLater | null) {
    this.verdict = verdict
    this.#among = among
    this.#planned = before === null ? {} : before.#planned
  }

  /** Reports whether everything read of the siblings is the same in a later round. */
  isUnchanged({ siblings }: KnownSiblings): boolean {
    return this.#noting === null || isUnchanged(this.#noting.reading, siblings)
  }

  /** Reads what is read later from the siblings of a later round. */
  follow(among: KnownSiblings): void {
    this.#among = among
    this.#noting?.follow(among.siblings)
  }

  get bugs(): readonly Bug[] {
    return this.#found
  }

  get rootCauses(): readonly FoundRootCause[] {
    this.#rootCauses ??= mayHaveCauses(this.verdict)
      ? rootCausesOf(this.verdict, this.#noted.siblings, this.#report)
      : []
    return this.#rootCauses
  }

  get cautions(): readonly Notice[] {
    this.#cautions ??= cautionsFor(this.verdict, this.#noted.siblings, this.#report)
    return this.#cautions
  }

  get plan(): Plan | null {
    if (this.#plan === undefined) this.#plan = this.#completed()
    return this.#plan
  }

  #completed(): Plan | null {
    if (this.#planned.plan === undefined) this.#planned.plan = planFor(this.verdict)
    const { plan } = this.#planned
    const { siblings } = this.#noted
    return plan === null
      ? null
      : completePlan(plan, this.verdict, {
          siblings,
          causes: this.rootCauses,
          frameworks: guessFramework(plan.target, siblings, this.#report),
        })
  }

  get #noted(): Noting {
    this.#noting ??= noting(this.#among.siblings)
    return this.#noting
  }

  get #found(): Bug[] {
    this.#bugs ??= [...failingChecks(this.verdict), ...nextFailingChecks(this.verdict)].flatMap(
      ({ finding }) => finding.bugs,
    )
    return this.#bugs
  }

  get #report(): (bug: Bug) => void {
    return (bug) => void this.#found.push(bug)
  }
}

/** CORS doesn't apply to a response that mode "no-cors" made opaque, but the mode is often a mistaken fix. */
const mayHaveCauses = (verdict: Verdict): boolean =>
  verdict.type !== 'shared' && (verdict.type !== 'not-cors' || verdict.why === 'no-cors')
