import { notPrintable, type Syntax } from '../generators/quote/syntax.ts'

/** What somebody types into a field, or reads: values stand there as they are. */
export const plainValues: Syntax = { refuses: notPrintable, literal: (value) => value, comment: '#' }
