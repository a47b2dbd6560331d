import { code, text } from '../../../text/text.ts'
import { notPrintable, type Syntax } from './syntax.ts'

/** A quoted string of Nginx, in which `$` begins a variable and can't be escaped. */
export const nginx: Syntax = {
  refuses: (value) =>
    value.includes('$')
      ? text`${code(value)} has a ${code('$')}, which Nginx reads as the begin of a variable and cannot escape.`
      : notPrintable(value),
  literal: (value) => `"${value.replace(/["\\]/g, '\\$&')}"`,
  comment: '#',
}
