import type { Planned } from '../planned.ts'
import { isAllowedBy, isOriginPattern } from './origin-pattern.ts'
import type { CorsPolicy } from './policy.ts'
import type { Wish } from './wish.ts'

/** One permission of a policy, and the fetches that need it. */
export interface GrantedTo<Asker extends Planned = Planned> {
  readonly part: 'origins' | 'methods' | 'headers' | 'exposed' | 'credentials'
  /** The origin, method or header name; 'true' for credentials. */
  readonly value: string
  /** Empty if no recorded request needs it: the server already allows it, or the user added it. */
  readonly by: readonly Asker[]
  /** Whether the server already allows it. */
  readonly today: boolean
}

/** Returns every permission of a policy with the fetches that need it, in the policy's order. */
export function whoAsked<Asker extends Planned>(
  policy: CorsPolicy,
  wishes: readonly Wish<Asker>[],
): readonly GrantedTo<Asker>[] {
  const granted = (
    part: GrantedTo['part'],
    values: readonly string[],
    valuesIn: (wish: CorsPolicy) => readonly string[],
  ): readonly GrantedTo<Asker>[] => {
    // Each wish is read only once, because there may be thousands of values and wishes.
    const by = new Map<string, Asker[]>(values.map((value) => [value, []]))
    for (const { needs, diagnosis } of wishes)
      for (const value of new Set(valuesIn(needs))) by.get(value)?.push(diagnosis)
    const today = new Set(wishes.flatMap((wish) => valuesIn(wish.policy)))
    return values.map((value) => ({ part, value, by: by.get(value) ?? [], today: today.has(value) }))
  }
  const named = (part: 'methods' | 'headers' | 'exposed'): readonly GrantedTo<Asker>[] =>
    granted(part, policy[part], (wish) => wish[part])
  const patterns = [policy.origins].flat().filter(isOriginPattern)
  const allowing = (origin: string): readonly string[] => [
    origin,
    ...patterns.filter((pattern) => pattern !== origin && isAllowedBy([pattern], origin)),
  ]
  return [
    ...granted('origins', [policy.origins].flat(), ({ origins }) => [origins].flat().flatMap(allowing)),
    ...named('methods'),
    ...named('headers'),
    ...named('exposed'),
    ...(policy.credentials
      ? granted('credentials', ['true'], ({ credentials }) => (credentials ? ['true'] : []))
      : []),
  ]
}
