import type { Verdict } from '../verdict/verdict.ts'
import type { Plan } from './plan.ts'

/** A verdict and its plan, with whatever else the caller keeps with the fetch. */
export interface Planned {
  readonly verdict: Verdict
  readonly plan: Plan | null
  /** How many requests like it this stands for, if more than one. */
  readonly times?: number
}
