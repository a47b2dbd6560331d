import { code, text } from '../../../text/text.ts'
import { notPrintable, type Syntax } from './syntax.ts'

/**
 * A value of Apache's `Header` directive, which is a format: `%` begins a field of the request. `${` begins a variable
 * and has no escape, and the meaning of a backslash depends on what follows.
 */
export const apache: Syntax = {
  refuses: (value) =>
    /\$\{|\\/.test(value)
      ? text`${code(value)} has a variable or a backslash, which Apache cannot take literally.`
      : value.startsWith('expr=')
        ? text`${code(value)} is an expression to Apache.`
        : notPrintable(value),
  literal: (value) => `"${value.replaceAll('"', '\\"').replaceAll('%', '%%')}"`,
  comment: '#',
}
