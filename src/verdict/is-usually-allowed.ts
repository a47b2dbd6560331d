import type { Verdict } from './verdict.ts'

/**
 * Reports whether a recording leaves something open, but a fetch is allowed in the usual case (without credentials,
 * without a `crossorigin` attribute) and nothing shows that it was blocked. The usual hypothesis comes first.
 */
export const isUsuallyAllowed = (verdict: Verdict): boolean =>
  verdict.type === 'depends' &&
  verdict.exchange.observed.outcome !== 'blocked' &&
  verdict.branches[0]?.outcome.type === 'shared'
