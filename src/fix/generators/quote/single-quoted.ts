import { notPrintable, type Syntax } from './syntax.ts'

/**
 * A single-quoted string of PHP or Ruby, where nothing is read but an escaped quote or backslash. Never double
 * quotes: there `$host` is a variable, and in Ruby `#$0` too.
 */
export const singleQuoted = (comment: string): Syntax => ({
  refuses: notPrintable,
  literal: (value) => `'${value.replace(/['\\]/g, '\\$&')}'`,
  comment,
})
