import { doubleUnlessPlain } from './double-unless-plain.ts'
import { notPrintable, type Syntax } from './syntax.ts'

/** JavaScript and TypeScript. Never a template literal: a backtick or `${` would end or change it. */
export const javascript: Syntax = {
  refuses: notPrintable,
  literal: (value) => doubleUnlessPlain("'", value),
  comment: '//',
}
