import type { Diagnosis } from '../diagnose.ts'

/**
 * Returns what became of a fetch in a few words, as the text and markdown reports print it beside its URL. The JSON report
 * keeps the verdict's type.
 */
export function outcomeWords({ verdict, rootCauses }: Diagnosis): string {
  const { observed } = verdict.exchange
  if (verdict.type === 'cannot-tell' && observed.outcome === 'blocked') return 'blocked, reason not recorded'
  if (verdict.type !== 'unexplained') return verdict.type
  const isNamed = observed.elsewhere && observed.source?.field === 'response._error'
  const isKnown = verdict.how === 'outside CORS' || isNamed || rootCauses[0]?.confidence === 'high'
  return isKnown && verdict.how !== 'contradiction' ? 'failed, not CORS' : verdict.type
}
