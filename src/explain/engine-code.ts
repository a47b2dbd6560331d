import type { EngineVerdict } from '../verdict/verdict.ts'
import { typeWords } from './outcome-words.ts'

/** Returns an engine's code for a table, or the possible codes, or that there is none. */
export function engineCode({ outcome, codes }: Pick<EngineVerdict, 'outcome' | 'codes'>): string {
  if (codes.length > 0) return codes.join(' or ')
  return typeWords[outcome]
}
