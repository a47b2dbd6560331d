/**
 * Control characters, lone surrogates, line and paragraph separators, what turns the writing direction, and what
 * shows as nothing at all (`DI`: default ignorable). Variation selectors are excepted; ordinary emoji hold them.
 */
const hidden = /(?!\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\p{DI}\u{fff9}-\u{fffb}]/gu

/**
 * Returns `value` with every character that could act on a terminal, or hide in a text, in a visible form:
 * `\x1b`, `\u202e`, `\u{e0041}`. Ordinary text in any language is left alone.
 */
export const escapeControl = (value: string): string => value.replace(hidden, visible)

function visible(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const digits = point.toString(16)
  if (point <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return point <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`
}
