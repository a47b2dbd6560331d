import type { Evidence } from '../evidence/fact.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'
export interface Notice { readonly id: string; readonly summary: Text; readonly detail: Text; readonly evidence: readonly Evidence[] }
export const cautionsFor = (_verdict: Verdict, _siblings: readonly Verdict[]): readonly Notice[] => []
