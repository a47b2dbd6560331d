import { describe, expect, test } from 'vitest'
import { apache } from '../../../../src/fix/generators/quote/apache.ts'
import { startApache, startApacheWith } from '../start/start-apache.ts'
import { keepsHostilePolicies } from './keeps-hostile-policies.ts'
import { readsBack } from './reads-back.ts'

describe('Apache', () => {
  test('sends a literal byte for byte', () =>
    readsBack(apache, (headers) =>
      startApacheWith(headers.map(([name, literal]) => `Header always set ${name} ${literal}`).join('\n')),
    ))

  test('keeps policies of hostile names', () => keepsHostilePolicies((policy) => startApache(policy, '')))

  test('is given no variable, expression or backslash', () => {
    for (const value of ['$'.concat('{HOSTNAME}'), 'expr=%{HTTP:Cookie}', 'a\\n'])
      expect(apache.refuses(value)).not.toBeNull()
    for (const value of ["x-!#$%&'*+.^_`|~", 'x-$1', 'x-%t']) expect(apache.refuses(value)).toBeNull()
  })
})
