import { notPrintable, type Syntax } from './syntax.ts'

/** One word of a POSIX shell. */
export const shell: Syntax = {
  refuses: notPrintable,
  literal: (value) => `'${value.replaceAll("'", `'\\''`)}'`,
  comment: '#',
}
