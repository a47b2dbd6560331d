import type { Generator } from '../../../../src/fix/generators/generator.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'

/** Returns the configuration that a generator writes, or fails where it writes none. */
export function codeOf(generator: Generator, policy: CorsPolicy): string {
  const snippet = generator.generate(policy, 'https://api.example.com/items')
  if (snippet.type === 'unsupported') throw new Error(JSON.stringify(snippet.why))
  return snippet.code
}
