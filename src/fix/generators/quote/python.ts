import { doubleUnlessPlain } from './double-unless-plain.ts'
import { notPrintable, type Syntax } from './syntax.ts'

/** Python. Never an f-string. */
export const python: Syntax = {
  refuses: notPrintable,
  literal: (value) => doubleUnlessPlain('"', value),
  comment: '#',
}
