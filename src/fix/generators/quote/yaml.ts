import { notPrintable, type Syntax } from './syntax.ts'

/** A scalar of YAML in single quotes, where only they are written twice; plain ones may be numbers, aliases or tags. */
export const yaml: Syntax = {
  refuses: notPrintable,
  literal: (value) => `'${value.replaceAll("'", "''")}'`,
  comment: '#',
}
