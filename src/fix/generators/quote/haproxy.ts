import { code, text } from '../../../text/text.ts'
import { notPrintable, type Syntax } from './syntax.ts'

/**
 * A log-format string of HAProxy, which begins a field with `%` and has single spaces alone. Strong quotes: between
 * double ones `$` begins a variable.
 */
export const haproxy: Syntax = {
  refuses: (value) =>
    /\\| {2}|^ | $/.test(value)
      ? text`${code(value)} has a backslash or spaces that HAProxy would not keep.`
      : notPrintable(value),
  literal: (value) => `'${value.replaceAll('%', '%%').replaceAll("'", `'\\''`)}'`,
  comment: '#',
}
