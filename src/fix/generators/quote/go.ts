import { notPrintable, type Syntax } from './syntax.ts'

/** Go, whose strings are JSON's for printable ASCII. Never in backticks: names may contain them. */
export const go: Syntax = {
  refuses: notPrintable,
  literal: (value) => JSON.stringify(value),
  comment: '//',
}
