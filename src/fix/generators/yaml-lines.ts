import { yaml } from './quote/yaml.ts'

/** Returns a key with a list below it, one item per line; nothing for an empty list. */
export const yamlList = (key: string, values: readonly string[]): readonly string[] =>
  values.length === 0 ? [] : [`${key}:`, ...values.map((value) => `  - ${yaml.literal(value)}`)]

/** Returns lines indented by that many steps of two spaces. */
export const yamlBelow = (steps: number, lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${'  '.repeat(steps)}${line}`)
