import { notPrintable, type Syntax } from './syntax.ts'

/** A JSON string. JSON has no comments. */
export const json: Syntax = {
  refuses: notPrintable,
  literal: (value) => JSON.stringify(value),
  comment: '',
}
