import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import laravel from '../../../src/fix/generators/laravel.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { hostilePolicy } from '../generators/arbitrary-policies.ts'
import { policies } from '../policies.ts'
import { readBy } from '../servers/quoting/read-by.ts'
import { codeOf } from '../servers/start/code-of.ts'
import { installed } from '../servers/start/installed.ts'

/** Returns what `config/cors.php` gives Laravel, for each of some policies. */
function configurations(given: readonly CorsPolicy[]): readonly unknown[] {
  installed(['php', '--version'], ['php-cli'])
  const files = given.map((policy) => {
    const code = codeOf(laravel, policy)
    expect(code.startsWith('<?php\n')).toBe(true)
    return `(static function () {${code.slice('<?php'.length)}})()`
  })
  return JSON.parse(readBy(['php'], `<?php echo json_encode([${files.join(',\n')}]);`)) as readonly unknown[]
}

const meant = ({ origins, methods, headers, exposed, credentials, maxAge }: CorsPolicy): unknown => ({
  paths: ['/*'],
  allowed_origins: origins === '*' ? ['*'] : origins,
  allowed_origins_patterns: [],
  allowed_methods: methods,
  allowed_headers: headers,
  exposed_headers: exposed,
  max_age: maxAge,
  supports_credentials: credentials,
})

describe('the configuration of Laravel, as PHP reads it,', () => {
  test.each(Object.entries<CorsPolicy>(policies))('is the policy %s', (_, policy) =>
    expect(configurations([policy])).toEqual([meant(policy)]),
  )

  test('is every policy of hostile names, byte for byte', () => {
    const sample = fc.sample(
      hostilePolicy.filter(({ methods }) => methods.every((name) => name === name.toUpperCase())),
      { numRuns: 200, seed: 2026 },
    )
    expect(configurations(sample)).toEqual(sample.map(meant))
  })

  test('says which PHP read it', () => {
    const version = installed(['php', '-r', 'echo PHP_MAJOR_VERSION;'], ['php-cli'])
    expect(laravel.proof).toMatchObject({ type: 'parsed', by: expect.stringMatching(`^PHP ${version}\\.`) })
  })
})
