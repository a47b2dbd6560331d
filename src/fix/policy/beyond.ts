import { code, type Inline } from '../../text/text.ts'
import type { CorsPolicy } from './policy.ts'

/** Returns what a policy allows beyond another one, in users' words. */
export function beyond(policy: CorsPolicy, least: CorsPolicy): readonly Inline[] {
  const more = (part: 'methods' | 'headers' | 'exposed'): readonly Inline[] => {
    const enough = new Set(least[part])
    return policy[part].filter((value) => !enough.has(value)).map(code)
  }
  return [
    ...(policy.origins === '*' && least.origins !== '*' ? ['every website'] : []),
    ...more('methods'),
    ...more('headers'),
    ...more('exposed'),
    ...(policy.credentials && !least.credentials ? ['credentials'] : []),
  ]
}
