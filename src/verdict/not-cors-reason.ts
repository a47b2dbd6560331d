import type { NotCorsReason, Verdict } from './verdict.ts'

/** Returns why CORS doesn't apply to a fetch, whether it failed or not; null if it does. */
export const notCorsReason = (verdict: Verdict): NotCorsReason | null =>
  verdict.type === 'not-cors' || (verdict.type === 'unexplained' && verdict.how === 'outside CORS')
    ? verdict.why
    : null
