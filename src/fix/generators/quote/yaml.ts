import { notPrintable, type Syntax } from './syntax.ts'

/**
 * A YAML scalar in single quotes, in which only single quotes are doubled; plain scalars may be numbers, aliases or tags.
 */
export const yaml: Syntax = {
  refuses: notPrintable,
  literal: (value) => `'${value.replaceAll("'", "''")}'`,
  comment: '#',
}
