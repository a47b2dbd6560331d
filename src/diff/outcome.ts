import type { Diagnosis } from '../diagnose.ts'
import { isUsuallyAllowed } from '../verdict/is-usually-allowed.ts'

/** The outcome of a request for the comparison of two recordings. */
export type Outcome = 'blocked' | 'allowed' | 'unclear'

/**
 * Returns the outcome of a request. "unclear": it failed for a reason other than CORS, or the recording doesn't show what
 * the browser did. A request that is allowed in the usual case counts as allowed.
 */
export function outcomeOf({ verdict }: Diagnosis): Outcome {
  switch (verdict.type) {
    case 'blocked':
      return 'blocked'
    case 'shared':
      return 'allowed'
    case 'cannot-tell':
      return verdict.exchange.observed.outcome === 'blocked' ? 'blocked' : 'unclear'
    default:
      return isUsuallyAllowed(verdict) ? 'allowed' : 'unclear'
  }
}
