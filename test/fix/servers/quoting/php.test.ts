import { expect, test } from 'vitest'
import { php } from '../../../../src/fix/generators/quote/php.ts'
import { installed } from '../start/installed.ts'
import { startPhp } from '../start/start-php.ts'
import { keepsHostilePolicies } from './keeps-hostile-policies.ts'
import { printableValues } from './printable-values.ts'
import { readBy } from './read-by.ts'

test('PHP reads a literal back byte for byte', () => {
  installed(['php', '--version'], ['php-cli'])
  const program = `<?php echo json_encode([${printableValues.map(php.literal).join(', ')}]);`
  expect(JSON.parse(readBy(['php'], program))).toEqual(printableValues)
})

test('PHP keeps policies of hostile names', () => keepsHostilePolicies(startPhp))
