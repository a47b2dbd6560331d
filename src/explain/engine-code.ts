import type { EngineVerdict } from '../verdict/verdict.ts'
import { typeWords } from './outcome-words.ts'

/** Returns what a table shows for an engine: its code, the codes that are left, or that there is none. */
export function engineCode({ outcome, codes }: Pick<EngineVerdict, 'outcome' | 'codes'>): string {
  if (codes.length > 0) return codes.join(' or ')
  return typeWords[outcome]
}
