import { notPrintable, type Syntax } from './syntax.ts'

/**
 * A single-quoted string of PHP or Ruby, in which only an escaped quote or backslash is special. Never double quotes:
 * there `$host` is a variable, and in Ruby `#$0` too.
 */
export const singleQuoted = (comment: string): Syntax => ({
  refuses: notPrintable,
  literal: (value) => `'${value.replace(/['\\]/g, '\\$&')}'`,
  comment,
})
