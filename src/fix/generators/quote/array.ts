import type { Syntax } from './syntax.ts'

/** The layout of a list: the indentation of its lines, and one more step. */
export interface ArrayLayout {
  readonly indent: string
  readonly step: string
}

/** Returns a list of values in brackets: on one line if it's short, else with one item per line. */
export const array = (syntax: Syntax, values: readonly string[], layout: ArrayLayout): string =>
  arrayOf(values.map(syntax.literal), layout)

/** Returns a list of expressions in brackets, with the same layout. */
export function arrayOf(items: readonly string[], { indent, step }: ArrayLayout): string {
  const line = `[${items.join(', ')}]`
  if (line.length <= 72) return line
  return ['[', ...items.map((item) => `${indent}${step}${item},`), `${indent}]`].join('\n')
}
