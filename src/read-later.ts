import type { Bug } from './bug.ts'
import { type FoundRootCause, rootCausesOf } from './causes/root-causes-of.ts'
import { cautionsFor, type Notice } from './cautions/index.ts'
import { completePlan } from './fix/complete-plan.ts'
import { guessFramework } from './fix/guess-framework.ts'
import { type Plan, planFor } from './fix/plan.ts'
import { isAmong, isUnchanged, type Noting, noting } from './reading/siblings.ts'
import type { KnownSiblings } from './reading/siblings-by-origin.ts'
import { failingChecks, nextFailingChecks } from './verdict/failing-checks.ts'
import { fromModel, type Model, type Models } from './verdict/models.ts'
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

/**
 * Root causes, cautions and the plan are only computed when they are first read, and once for all fetches with the same
 * content. The list of bugs grows with them.
 */
export class ReadLater implements Diagnosis {
  readonly verdict: Verdict
  #among: KnownSiblings
  readonly #models: Models | null
  /** There are as many diagnoses as fetches, and most are never asked for more than their verdict. Null: nothing is found out. */
  #parts: Parts | null = null

  /** `models` are those of the recording, if there are any; `before` is the diagnosis of the same fetch among other siblings. */
  constructor(verdict: Verdict, among: KnownSiblings, models: Models | null, before: ReadLater | null) {
    this.verdict = verdict
    this.#among = among
    this.#models = models
    const planned = before === null ? null : (before.#parts?.planned ?? null)
    if (planned !== null) this.#part.planned = planned
  }

  /** Reports whether everything read of the siblings is the same in a later round. */
  isUnchanged({ siblings }: KnownSiblings): boolean {
    if (this.#parts === null) return true
    const { noting, borrowed } = this.#parts
    return (
      (noting === null || isUnchanged(noting.reading, siblings)) &&
      borrowed.every(({ reading }) => isUnchanged(reading, siblings))
    )
  }

  /** Reads what is read later from the siblings of a later round. */
  follow(among: KnownSiblings): void {
    this.#among = among
    this.#parts?.noting?.follow(among.siblings)
  }

  get #part(): Parts {
    this.#parts ??= noParts()
    return this.#parts
  }

  get bugs(): readonly Bug[] {
    // Of most fetches nothing is found out that could fail.
    return this.verdict.type === 'shared' ? (this.#parts?.bugs ?? NO_BUGS) : this.#found
  }

  get rootCauses(): readonly FoundRootCause[] {
    this.#part.rootCauses ??= mayHaveCauses(this.verdict)
      ? (this.#ofModel((model) => model.rootCauses) ??
        rootCausesOf(this.verdict, this.#noted.siblings, this.#report))
      : []
    return this.#part.rootCauses
  }

  get cautions(): readonly Notice[] {
    this.#part.cautions ??=
      this.#ofModel((model) => model.cautions) ??
      cautionsFor(this.verdict, this.#noted.siblings, this.#report)
    return this.#part.cautions
  }

  get plan(): Plan | null {
    if (this.#part.plan === undefined)
      this.#part.plan = this.#ofModel((model) => model.plan) ?? this.#completed()
    return this.#part.plan
  }

  #completed(): Plan | null {
    this.#part.planned ??= {}
    if (this.#part.planned.plan === undefined) this.#part.planned.plan = planFor(this.verdict)
    const { plan } = this.#part.planned
    if (plan === null) return null
    const { siblings } = this.#noted
    return completePlan(plan, this.verdict, {
      siblings,
      causes: this.rootCauses,
      frameworks: guessFramework(plan.target, siblings, this.#report),
    })
  }

  /** Returns a part as it's read of the model, or null if it has to be found out for this fetch. */
  #ofModel<T extends object>(read: (model: ReadLater) => T | null): T | null {
    if (!mayHaveCauses(this.verdict)) return null
    const { exchange, type } = this.verdict
    if (this.#part.model === undefined) this.#part.model = this.#models?.of(exchange) ?? null
    const model = this.#part.model
    if (model === null || model.verdict.type !== type) return null
    const diagnosis = diagnosisOf(model, this.#among)
    const found = read(diagnosis)
    const noted = diagnosis.#noted
    // A fetch isn't compared with itself, but its model is.
    if (found === null || diagnosis.bugs.length > 0 || isAmong(this.verdict, noted.reading)) return null
    const own = fromModel(exchange, model, found)
    if (own !== null && !this.#part.borrowed.includes(noted))
      this.#part.borrowed = [...this.#part.borrowed, noted]
    return own
  }

  get #noted(): Noting {
    this.#part.noting ??= noting(this.#among.siblings)
    return this.#part.noting
  }

  get #found(): Bug[] {
    this.#part.bugs ??= [...failingChecks(this.verdict), ...nextFailingChecks(this.verdict)].flatMap(
      ({ finding }) => finding.bugs,
    )
    return this.#part.bugs
  }

  get #report(): (bug: Bug) => void {
    return (bug) => void this.#found.push(bug)
  }
}

/** What was found out about a fetch. */
interface Parts {
  /** Undefined: not looked for yet. */
  model: Model | null | undefined
  noting: Noting | null
  /** What was read of the siblings for the model. */
  borrowed: readonly Noting[]
  bugs: Bug[] | null
  rootCauses: readonly FoundRootCause[] | null
  cautions: readonly Notice[] | null
  /** Apart from its guesses at the server, the plan doesn't depend on the siblings. */
  planned: { plan?: ReturnType<typeof planFor> } | null
  plan: Plan | null | undefined
}

const noParts = (): Parts => ({
  model: undefined,
  noting: null,
  borrowed: NONE,
  bugs: null,
  rootCauses: null,
  cautions: null,
  planned: null,
  plan: undefined,
})

const NONE: readonly Noting[] = []
const NO_BUGS: readonly Bug[] = []

/** The diagnoses of models, by the siblings among which they are. */
const diagnoses = new WeakMap<KnownSiblings, WeakMap<Model, ReadLater>>()

function diagnosisOf(model: Model, among: KnownSiblings): ReadLater {
  const known = diagnoses.get(among) ?? new WeakMap<Model, ReadLater>()
  diagnoses.set(among, known)
  const diagnosis = known.get(model) ?? new ReadLater(model.verdict, among, null, null)
  known.set(model, diagnosis)
  return diagnosis
}

/** CORS doesn't apply to a response that mode "no-cors" made opaque, but the mode is often a mistaken fix. */
const mayHaveCauses = (verdict: Verdict): boolean =>
  verdict.type !== 'shared' && (verdict.type !== 'not-cors' || verdict.why === 'no-cors')
