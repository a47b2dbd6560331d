import type { Evidence } from '../evidence/fact.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'
export interface RecognisedCause { readonly id: string; readonly confidence: 'high' | 'medium' | 'low'; readonly summary: Text; readonly detail: Text; readonly evidence: readonly Evidence[] }
export const recogniseCauses = (_verdict: Verdict, _siblings: readonly Verdict[]): readonly RecognisedCause[] => []
