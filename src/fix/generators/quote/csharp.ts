import { notPrintable, type Syntax } from './syntax.ts'

/** C#, whose regular strings are JSON's for printable ASCII. Never an interpolated one. */
export const csharp: Syntax = {
  refuses: notPrintable,
  literal: (value) => JSON.stringify(value),
  comment: '//',
}
