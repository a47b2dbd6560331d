import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Generator } from '../../../src/fix/generators/generator.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { plain } from '../../../src/text/plain.ts'
import { hostilePolicy } from '../generators/arbitrary-policies.ts'
import { policies } from '../policies.ts'

/** Policies that a cloud may know: hostile names, but methods of its own. */
const knownMethods: fc.Arbitrary<CorsPolicy> = hostilePolicy.chain((policy) =>
  fc
    .uniqueArray(fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE'), { minLength: 1 })
    .map((methods) => ({ ...policy, methods })),
)

/**
 * Tests that a snippet says exactly its policy. `read` returns what the cloud's own words for it come to, in the
 * terms of a policy, after it has held them against the vendor's schema; `refused` are reasons, by policy.
 */
export function keepsOrRefuses(
  generator: Generator,
  read: (code: string) => unknown,
  meant: (policy: CorsPolicy) => unknown,
  refused: Readonly<Record<string, readonly [Partial<CorsPolicy>, string]>>,
): void {
  const written = (policy: CorsPolicy): string | null => {
    const snippet = generator.generate(policy, 'https://api.example.com/items')
    return snippet.type === 'snippet' ? snippet.code : null
  }

  describe('what is written', () => {
    test.each(Object.entries<CorsPolicy>(policies).filter(([, policy]) => written(policy) !== null))(
      'is the policy %s',
      (_, policy) => expect(read(written(policy) ?? '')).toEqual(meant(policy)),
    )

    test('is the policy byte for byte, or nothing', () => {
      let kept = 0
      for (const policy of fc.sample(knownMethods, { numRuns: 100, seed: 2026 })) {
        const code = written(policy)
        if (code === null) continue
        kept += 1
        expect(read(code)).toEqual(meant(policy))
      }
      expect(kept).toBeGreaterThan(20)
    })
  })

  test.each(Object.entries(refused))('refuses %s', (_, [part, why]) => {
    const answer = generator.generate(
      { ...policies['no-preflight'], ...part },
      'https://api.example.com/items',
    )
    expect(answer.type === 'unsupported' ? plain(answer.why, (value) => value) : '').toContain(why)
  })
}
