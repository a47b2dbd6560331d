import type { Inline, Text } from './text.ts'

/**
 * Returns a text as one plain string, with values in backticks, so that an empty one or a `*` is visible. `show` decides
 * how a recorded value appears: secrets masked, control characters escaped.
 */
export const plain = (text: Text, show: (value: string) => string): string =>
  text.map((inline) => plainInline(inline, show)).join('')

function plainInline(inline: Inline, show: (value: string) => string): string {
  if (typeof inline === 'string') return inline
  if ('code' in inline) return `\`${show(inline.code)}\``
  return `${inline.text} (${inline.link})`
}
