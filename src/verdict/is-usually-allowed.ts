import type { Verdict } from './verdict.ts'

/**
 * Reports whether a fetch is allowed in the usual reading of a recording that leaves something open, and nothing shows that
 * it was blocked: without credentials, without a `crossorigin` attribute. The usual hypothesis comes first.
 */
export const isUsuallyAllowed = (verdict: Verdict): boolean =>
  verdict.type === 'depends' &&
  verdict.exchange.observed.outcome !== 'blocked' &&
  verdict.branches[0]?.outcome.type === 'shared'
