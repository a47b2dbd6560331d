import { code, list, type Text, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'

/** Which parts of a policy a cloud's settings support. */
export interface CloudLimits {
  readonly cloud: string
  readonly methods: readonly string[]
  /** Where else to implement a policy that these settings don't support. */
  readonly instead: Text
}

/**
 * Returns why a cloud's settings don't support a policy, or null: they only know some methods, and treat an asterisk
 * within a name as a pattern.
 */
export function beyondCloud(
  { methods, headers, exposed }: CorsPolicy,
  { cloud, methods: known, instead }: CloudLimits,
): Text | null {
  const unknown = methods.find((method) => !known.includes(method))
  if (unknown !== undefined)
    return text`${cloud} allows ${list(known.map(code))} and no other method, so not ${code(unknown)}. ${instead}`
  const pattern = [...headers, ...exposed].find((name) => name.includes('*'))
  if (pattern !== undefined)
    return text`${cloud} would read the ${code('*')} in ${code(pattern)} as a pattern that matches other names too. ${instead}`
  return null
}

/** The longest that AWS accepts. Browsers don't cache a preflight longer either. */
export const awsMaxAge = (maxAge: number): number => Math.min(maxAge, 86_400)
