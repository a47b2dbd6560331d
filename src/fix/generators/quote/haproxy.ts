import { code, text } from '../../../text/text.ts'
import { notPrintable, type Syntax } from './syntax.ts'

/**
 * A log-format string of HAProxy, in which `%` begins a field and spaces are single. In single quotes, because `$` begins
 * a variable in double quotes.
 */
export const haproxy: Syntax = {
  refuses: (value) =>
    /\\| {2}|^ | $/.test(value)
      ? text`${code(value)} has a backslash or spaces that HAProxy would not keep.`
      : notPrintable(value),
  literal: (value) => `'${value.replaceAll('%', '%%').replaceAll("'", `'\\''`)}'`,
  comment: '#',
}
