import { code, type Text, text } from '../../text/text.ts'
import { splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'

/** How a kind of server can compare origins. */
interface Abilities {
  readonly title: string
  readonly matchesPatterns: true | undefined
  readonly valueInEnv: ((origins: readonly string[]) => string) | undefined
}

/** Returns why a kind of server can't compare these origins; null if it can. */
export function beyondServer(
  { origins }: CorsPolicy,
  env: string | null,
  { title, matchesPatterns, valueInEnv }: Abilities,
): Text | null {
  const { exact, patterns } = splitOrigins(origins)
  const [pattern] = patterns
  if (pattern !== undefined && matchesPatterns === undefined)
    return text`${title} can't match ${code(pattern)} exactly, only whole origins. Name each one.`
  if (env === null) return null
  if (valueInEnv === undefined)
    return text`${title} can't read its origins from an environment variable. Name them in its configuration.`
  if (origins === '*')
    return text`The policy allows every website, so there is no list of origins to read from ${code(env)}.`
  if (exact.length === 0) return text`The policy has only patterns; ${code(env)} can hold only whole origins.`
  return null
}
