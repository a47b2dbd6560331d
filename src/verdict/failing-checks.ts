import type { FailingCheck, Verdict } from './verdict.ts'

/** Returns the checks that block a fetch, first failing first; none if it isn't blocked by any. */
export const failingChecks = (verdict: Verdict): readonly FailingCheck[] =>
  verdict.type === 'blocked' || verdict.type === 'depends' ? verdict.failing : []

/** Returns the checks that would block a fetch next, once the failing ones are fixed. */
export const nextFailingChecks = (verdict: Verdict): readonly FailingCheck[] =>
  verdict.type === 'blocked' || verdict.type === 'depends' ? verdict.failingNext : []
