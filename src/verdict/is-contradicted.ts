import type { Verdict } from './verdict.ts'

/** Reports whether the recorded headers contradict what the browser did. */
export const isContradicted = (verdict: Verdict): boolean =>
  verdict.type === 'unexplained' && verdict.how === 'contradiction'
