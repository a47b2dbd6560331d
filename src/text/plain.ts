import type { Inline, Text } from './text.ts'

/**
 * Returns a text as one plain string; values stand in backticks, so that an empty one or a `*` can be seen.
 * `show` decides how a value of the recording may appear: secrets masked, control characters escaped.
 */
export const plain = (text: Text, show: (value: string) => string): string =>
  text.map((inline) => plainInline(inline, show)).join('')

function plainInline(inline: Inline, show: (value: string) => string): string {
  if (typeof inline === 'string') return inline
  if ('code' in inline) return `\`${show(inline.code)}\``
  return `${inline.text} (${inline.link})`
}
