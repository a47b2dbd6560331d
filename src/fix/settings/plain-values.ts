import { notPrintable, type Syntax } from '../generators/quote/syntax.ts'

/** Values that are typed into a field or read, without quoting. */
export const plainValues: Syntax = { refuses: notPrintable, literal: (value) => value, comment: '#' }
