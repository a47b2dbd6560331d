import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { json } from '../../../../src/fix/generators/quote/json.ts'
import type { Syntax } from '../../../../src/fix/generators/quote/syntax.ts'
import { yaml } from '../../../../src/fix/generators/quote/yaml.ts'
import { printableValues } from './printable-values.ts'

const { parse } = createRequire(new URL('../package.json', import.meta.url))('yaml') as {
  readonly parse: (text: string) => unknown
}

test.each<[string, Syntax]>([
  ['YAML', yaml],
  ['JSON', json],
])('a YAML parser reads a literal of %s back byte for byte', (_, syntax) => {
  const names = [
    'true',
    '~',
    '*a',
    '&a',
    '!Ref',
    '1e3',
    '- a',
    'a: b',
    'a #b',
    "''",
    ' ',
    '',
    '0x1',
    '|',
    '>',
  ]
  const values = [...printableValues, ...names]
  expect(parse(values.map((value) => `- ${syntax.literal(value)}\n`).join(''))).toEqual(values)
})

test('neither takes what no header may have', () => {
  for (const syntax of [yaml, json])
    for (const value of ['a\nb', 'a\u2028', 'é', '\t']) expect(syntax.refuses(value)).not.toBeNull()
})
