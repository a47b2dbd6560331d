import type { SentenceValues } from './sentence.ts'

/** One wording of an engine's message: its code, its pattern, and the values of its named groups. */
export interface Reason {
  readonly code: string
  /** Group names are those of {@link SentenceValues}. */
  readonly words: RegExp
}

/** Returns the values of a match. */
export function valuesIn(match: RegExpExecArray): Partial<SentenceValues> {
  return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined))
}

/** Returns the first reason that matches at the beginning of a text, with its values. */
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
