import type { Syntax } from './syntax.ts'

/** How a list stands in the code: what each line begins with that belongs to it, and one step further in. */
export interface ArrayLayout {
  readonly indent: string
  readonly step: string
}

/** Returns a list in brackets: on one line where that is short, else with an item per line. */
export function array(syntax: Syntax, values: readonly string[], { indent, step }: ArrayLayout): string {
  const items = values.map(syntax.literal)
  const line = `[${items.join(', ')}]`
  if (line.length <= 72) return line
  return ['[', ...items.map((item) => `${indent}${step}${item},`), `${indent}]`].join('\n')
}
