import type { Syntax } from './syntax.ts'

/** How a list stands in the code: what each line begins with that belongs to it, and one step further in. */
export interface ArrayLayout {
  readonly indent: string
  readonly step: string
}

/** Returns a list of values in brackets: on one line if that is short, else with an item per line. */
export const array = (syntax: Syntax, values: readonly string[], layout: ArrayLayout): string =>
  arrayOf(values.map(syntax.literal), layout)

/** Returns a list of expressions in brackets, laid out in the same way. */
export function arrayOf(items: readonly string[], { indent, step }: ArrayLayout): string {
  const line = `[${items.join(', ')}]`
  if (line.length <= 72) return line
  return ['[', ...items.map((item) => `${indent}${step}${item},`), `${indent}]`].join('\n')
}
