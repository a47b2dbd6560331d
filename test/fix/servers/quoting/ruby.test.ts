import { expect, test } from 'vitest'
import { ruby } from '../../../../src/fix/generators/quote/ruby.ts'
import { installed } from '../start/installed.ts'
import { printableValues } from './printable-values.ts'
import { readBy } from './read-by.ts'

test('Ruby reads a literal back byte for byte', () => {
  installed(['ruby', '--version'], ['ruby'])
  const program = `puts JSON.generate([${printableValues.map(ruby.literal).join(', ')}])`
  expect(JSON.parse(readBy(['ruby', '-r', 'json'], program))).toEqual(printableValues)
})
