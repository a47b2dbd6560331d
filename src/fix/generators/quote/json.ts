import { notPrintable, type Syntax } from './syntax.ts'

/** A string of JSON, which has no comments. */
export const json: Syntax = {
  refuses: notPrintable,
  literal: (value) => JSON.stringify(value),
  comment: '',
}
