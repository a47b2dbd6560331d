import type { Branch } from './branch.ts'
import type { Verdict } from './verdict.ts'

/** Returns the remaining branches of a fetch; none if CORS doesn't apply. */
export const openBranches = (verdict: Verdict): readonly Branch[] =>
  'branches' in verdict ? verdict.branches : []
