import type { Diagnosis } from '../diagnose.ts'
import { isUsuallyAllowed } from '../verdict/is-usually-allowed.ts'

/** What became of a request, as far as two recordings are compared. */
export type Outcome = 'blocked' | 'allowed' | 'unclear'

/**
 * Returns what became of a request. "unclear": it failed for another reason than CORS, or the recording doesn't show
 * what the browser did. What is allowed in the usual case counts as allowed.
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
