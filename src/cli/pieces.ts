import { type Inline, redactText, type Text } from '../internal.ts'
import type { TextOptions } from './text-options.ts'
import type { Piece } from './wrap.ts'

/** Returns a text as pieces for wrapping, with values in backticks, because not every terminal shows colors. */
export function pieces(
  text: Text,
  { style, redaction }: Pick<TextOptions, 'style' | 'redaction'>,
): readonly Piece[] {
  return redactText(text, redaction).map((part: Inline): Piece => {
    if (typeof part === 'string') return { words: part, draw: same }
    if ('code' in part) return { words: `\`${part.code}\``, draw: style.cyan }
    return { words: `${part.text} (${part.link})`, draw: same }
  })
}

const same = (words: string): string => words
