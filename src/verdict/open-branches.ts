import type { Branch } from './branch.ts'
import type { Verdict } from './verdict.ts'

/** Returns what is still possible of a fetch; nothing if CORS has no say in it. */
export const openBranches = (verdict: Verdict): readonly Branch[] =>
  'branches' in verdict ? verdict.branches : []
