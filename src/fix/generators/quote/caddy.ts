import { code, text } from '../../../text/text.ts'
import { notPrintable, type Syntax } from './syntax.ts'

/** A quoted token of a Caddyfile. Braces are placeholders, and a backslash only escapes the quote. */
export const caddy: Syntax = {
  refuses: (value) =>
    /[{}\\]/.test(value)
      ? text`${code(value)} has a brace or a backslash, which Caddy does not take literally.`
      : notPrintable(value),
  literal: (value) => `"${value.replaceAll('"', '\\"')}"`,
  comment: '#',
}
