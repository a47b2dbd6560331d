import { notPrintable, type Syntax } from './syntax.ts'

/** Java, whose strings are JSON's for printable ASCII; a `\u` after another backslash is no escape of Unicode. */
export const java: Syntax = {
  refuses: notPrintable,
  literal: (value) => JSON.stringify(value),
  comment: '//',
}
