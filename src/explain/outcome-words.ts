import type { Diagnosis } from '../diagnose.ts'
import type { VerdictType } from '../verdict/verdict.ts'

/** The types of a verdict, in users' words. */
export const typeWords: Record<VerdictType, string> = {
  blocked: 'blocked',
  shared: 'allowed',
  depends: 'depends',
  unexplained: 'unexplained',
  'cannot-tell': 'undecided',
  'not-cors': 'not CORS',
}

/**
 * Returns the outcome of a fetch in a few words, as the text and Markdown reports print it next to its URL. The JSON
 * report keeps the verdict's type.
 */
export function outcomeWords({ verdict, rootCauses }: Diagnosis): string {
  const { observed } = verdict.exchange
  if (verdict.type === 'cannot-tell' && observed.outcome === 'blocked') return 'blocked, reason not recorded'
  if (verdict.type !== 'unexplained') return typeWords[verdict.type]
  const isNamed = observed.elsewhere && observed.source?.field === 'response._error'
  const isKnown = verdict.how === 'outside CORS' || isNamed || rootCauses[0]?.confidence === 'high'
  return isKnown && verdict.how !== 'contradiction' ? 'failed, not CORS' : typeWords.unexplained
}
