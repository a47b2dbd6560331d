import type { Planned } from '../planned.ts'
import type { Wish } from './merge-policies.ts'
import type { CorsPolicy } from './policy.ts'

/** One thing that a policy grants, and the fetches that need it. */
export interface GrantedTo<Asker extends Planned = Planned> {
  readonly part: 'origins' | 'methods' | 'headers' | 'exposed' | 'credentials'
  /** The origin, method or header name; 'true' for credentials. */
  readonly value: string
  /** Empty where nobody in the recording asked for it: somebody added it to the policy. */
  readonly by: readonly Asker[]
}

/** Returns every grant of a policy with the fetches that asked for it, in the order of the policy. */
export function whoAsked<Asker extends Planned>(
  policy: CorsPolicy,
  wishes: readonly Wish<Asker>[],
): readonly GrantedTo<Asker>[] {
  const by = (wants: (wish: CorsPolicy) => boolean): readonly Asker[] =>
    wishes.filter((wish) => wants(wish.policy)).map(({ diagnosis }) => diagnosis)
  const named = (part: 'origins' | 'methods' | 'headers' | 'exposed'): readonly GrantedTo<Asker>[] => {
    const values = policy[part]
    if (values === '*') return [{ part, value: '*', by: by((wish) => wish.origins === '*') }]
    return values.map((value) => ({ part, value, by: by((wish) => wish[part].includes(value)) }))
  }
  return [
    ...named('origins'),
    ...named('methods'),
    ...named('headers'),
    ...named('exposed'),
    ...(policy.credentials
      ? [{ part: 'credentials' as const, value: 'true', by: by((wish) => wish.credentials) }]
      : []),
  ]
}
