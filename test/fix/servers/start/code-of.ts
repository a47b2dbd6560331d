import type { Generator } from '../../../../src/fix/generators/generator.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { plain } from '../../../../src/text/plain.ts'

/** The environment variable that snippets of these tests read origins from. */
export const VARIABLE = 'CORS_ORIGINS'

const fromEnv = new WeakSet<CorsPolicy>()

/** Returns a policy whose origins a snippet reads from {@link VARIABLE}. */
export function readFromEnv(policy: CorsPolicy): CorsPolicy {
  const copy = { ...policy }
  fromEnv.add(copy)
  return copy
}

/**
 * Returns the configuration that a generator writes, or fails where it writes none. For origins from the environment
 * the variable gets the value that the snippet's own note says, and `*` besides, which must not count.
 */
export function codeOf(generator: Generator, policy: CorsPolicy): string {
  const originsFromEnv = fromEnv.has(policy) ? VARIABLE : null
  const snippet = generator.generate(policy, 'https://api.example.com/items', { originsFromEnv })
  if (snippet.type === 'unsupported') throw new Error(JSON.stringify(snippet.why))
  if (originsFromEnv !== null) {
    const note = plain(snippet.notes[0] ?? [], (value) => value)
    const value = new RegExp(`${VARIABLE}=([^\`]*)`).exec(note)?.[1] ?? ''
    process.env[VARIABLE] = value + (value.includes("'") ? ", '*'" : value.includes(' ') ? ' *' : ',*')
  }
  return snippet.code
}
