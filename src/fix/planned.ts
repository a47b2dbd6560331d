import type { Verdict } from '../verdict/verdict.ts'
import type { Plan } from './plan.ts'

/** A verdict and the plan for it; what else belongs to the fetch is its owner's business. */
export interface Planned {
  readonly verdict: Verdict
  readonly plan: Plan | null
}
