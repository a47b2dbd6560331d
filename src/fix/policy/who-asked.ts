import type { Planned } from '../planned.ts'
import { isAllowedBy } from './origin-pattern.ts'
import type { CorsPolicy } from './policy.ts'
import type { Wish } from './wish.ts'

/** One thing that a policy grants, and the fetches that need it. */
export interface GrantedTo<Asker extends Planned = Planned> {
  readonly part: 'origins' | 'methods' | 'headers' | 'exposed' | 'credentials'
  /** The origin, method or header name; 'true' for credentials. */
  readonly value: string
  /** Empty where no request of the recording needs it: the server grants it today, or somebody added it. */
  readonly by: readonly Asker[]
  /** Whether the server grants it today. */
  readonly today: boolean
}

/** Returns every grant of a policy with the fetches that asked for it, in the order of the policy. */
export function whoAsked<Asker extends Planned>(
  policy: CorsPolicy,
  wishes: readonly Wish<Asker>[],
): readonly GrantedTo<Asker>[] {
  const by = (wants: (wish: CorsPolicy) => boolean): readonly Asker[] =>
    wishes.filter((wish) => wants(wish.needs)).map(({ diagnosis }) => diagnosis)
  const today = (grants: (wish: CorsPolicy) => boolean): boolean => wishes.some((wish) => grants(wish.policy))
  const granted = (
    part: GrantedTo['part'],
    value: string,
    has: (wish: CorsPolicy) => boolean,
  ): GrantedTo<Asker> => ({ part, value, by: by(has), today: today(has) })
  const named = (part: 'origins' | 'methods' | 'headers' | 'exposed'): readonly GrantedTo<Asker>[] => {
    const values = policy[part]
    if (values === '*') return [granted(part, '*', (wish) => wish.origins === '*')]
    if (part === 'origins')
      return values.map((value) =>
        granted(
          part,
          value,
          ({ origins }) => origins !== '*' && origins.some((one) => isAllowedBy([value], one)),
        ),
      )
    return values.map((value) => granted(part, value, (wish) => wish[part].includes(value)))
  }
  return [
    ...named('origins'),
    ...named('methods'),
    ...named('headers'),
    ...named('exposed'),
    ...(policy.credentials ? [granted('credentials', 'true', (wish) => wish.credentials)] : []),
  ]
}
