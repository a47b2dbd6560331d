/** Nearly all text: nothing in it is escaped. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027]*$/

/**
 * Returns `value` with every character that could control a terminal, or that is invisible in a text, escaped: `\x1b`,
 * `\u202e`, `\u{e0041}`. Ordinary text in any language stays unchanged.
 */
export const escapeControl = (value: string): string => (PLAIN.test(value) ? value : escaped(value))

/**
 * Escapes control characters, lone surrogates, line and paragraph separators, characters that change the writing direction, and
 * invisible ones (`DI`: default ignorable), except variation selectors, which ordinary emoji contain. The pattern takes long to
 * make, so that it's made when it's needed.
 */
const escaped = (value: string): string =>
  value.replace(
    /(?!\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\p{DI}\u{fff9}-\u{fffb}]/gu,
    visible,
  )

function visible(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const digits = point.toString(16)
  if (point <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return point <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`
}
