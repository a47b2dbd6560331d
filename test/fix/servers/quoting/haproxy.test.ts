import { describe, expect, test } from 'vitest'
import { haproxy } from '../../../../src/fix/generators/quote/haproxy.ts'
import { startHaproxy, startHaproxyWith } from '../start/start-haproxy.ts'
import { keepsHostilePolicies } from './keeps-hostile-policies.ts'
import { readsBack } from './reads-back.ts'

const ANSWER = 'http-request return status 200'

describe('HAProxy', () => {
  test('sends a literal byte for byte', () =>
    readsBack(haproxy, (headers) =>
      startHaproxyWith(
        [
          ANSWER,
          ...headers.map(([name, literal]) => `http-after-response set-header ${name} ${literal}`),
        ].join('\n'),
      ),
    ))

  test('keeps policies of hostile names', () =>
    keepsHostilePolicies((policy) => startHaproxy(policy, ANSWER, '')))

  test('is given no backslash and no spaces that it would merge', () => {
    for (const value of ['a\\', 'a  b', ' a', 'a ']) expect(haproxy.refuses(value)).not.toBeNull()
    for (const value of ["x-!#$%&'*+.^_`|~", 'x-%[src]', 'a b']) expect(haproxy.refuses(value)).toBeNull()
  })
})
