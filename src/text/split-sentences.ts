import type { Inline, Text } from './text.ts'

/**
 * Splits a text after the sentences that have at most that many words together. The first sentence always belongs to the
 * first part; the second part may be empty.
 */
export function splitSentences(parts: Text, words: number): readonly [Text, Text] {
  const text = joined(parts)
  let split: readonly [Text, Text] | null = null
  let count = 0
  for (const [at, piece] of text.entries()) {
    if (typeof piece !== 'string') {
      count += wordsIn(labelOf(piece))
      continue
    }
    let from = 0
    for (const { index } of piece.matchAll(/[.!?]\)? /g)) {
      const end = piece.indexOf(' ', index)
      count += wordsIn(piece.slice(from, end))
      from = end
      if (split !== null && count > words) return split
      split = [
        [...text.slice(0, at), piece.slice(0, end)],
        [piece.slice(end + 1), ...text.slice(at + 1)],
      ]
    }
    count += wordsIn(piece.slice(from))
  }
  return split === null || count <= words ? [text, []] : split
}

/** A sentence may end in one string, and the space after it begin the next. */
function joined(parts: Text): Text {
  const text: Inline[] = []
  for (const part of parts) {
    const last = text.at(-1)
    if (typeof last === 'string' && typeof part === 'string') text[text.length - 1] = last + part
    else text.push(part)
  }
  return text
}

const labelOf = (piece: Exclude<Inline, string>): string => ('code' in piece ? piece.code : piece.text)

/** Returns how many words a text has, as people count them. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length
