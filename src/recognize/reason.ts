import type { SentenceValues } from './sentence.ts'

/** One wording of an engine: its code, how it reads, and what its named groups fill in. */
export interface Reason {
  readonly code: string
  /** Group names are those of {@link SentenceValues}. */
  readonly words: RegExp
}

/** Returns what a match fills in. */
export function valuesIn(match: RegExpExecArray): Partial<SentenceValues> {
  return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined))
}

/** Returns the first reason whose words begin a text, with its values. */
export function readReason(
  reasons: readonly Reason[],
  text: string,
): { readonly code: string; readonly values: Partial<SentenceValues>; readonly length: number } | null {
  for (const { code, words } of reasons) {
    const match = words.exec(text)
    if (match !== null) return { code, values: valuesIn(match), length: match.index + match[0].length }
  }
  return null
}
