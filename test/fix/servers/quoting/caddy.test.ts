import { describe, expect, test } from 'vitest'
import { caddy } from '../../../../src/fix/generators/quote/caddy.ts'
import { startCaddy, startCaddyWith } from '../start/start-caddy.ts'
import { keepsHostilePolicies } from './keeps-hostile-policies.ts'
import { readsBack } from './reads-back.ts'

describe('Caddy', () => {
  test('sends a literal byte for byte', () =>
    readsBack(caddy, (headers) =>
      startCaddyWith('', headers.map(([name, literal]) => `header ${name} ${literal}`).join('\n')),
    ))

  test('keeps policies of hostile names', () =>
    keepsHostilePolicies((policy) => startCaddy(policy, () => 'respond 200')))

  test('is given no placeholder or backslash', () => {
    for (const value of ['{host}', '{$HOME}', 'a\\"']) expect(caddy.refuses(value)).not.toBeNull()
    for (const value of ["x-!#$%&'*+.^_`|~", 'x-$HOME']) expect(caddy.refuses(value)).toBeNull()
  })
})
