import { yaml } from './quote/yaml.ts'

/** Returns a property of YAML that is a list of strings, an item per line, or nothing where there are none. */
export const yamlList = (name: string, values: readonly string[]): readonly string[] =>
  values.length === 0 ? [] : [`${name}:`, ...values.map((value) => `  - ${yaml.literal(value)}`)]
