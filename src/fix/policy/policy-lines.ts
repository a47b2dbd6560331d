import { compilePolicy, type PolicyHeader } from './compile-policy.ts'
import type { CorsPolicy } from './policy.ts'

/** A header line of a policy. */
export interface PolicyLine {
  readonly name: string
  readonly value: string
  /** Whether it only belongs in OPTIONS responses. */
  readonly preflightOnly: boolean
}

/**
 * Returns the header lines of a policy in the order in which a server would send them. Those that only belong in
 * preflight responses are left out if no allowed request needs a preflight.
 */
export function policyLines(policy: CorsPolicy): readonly PolicyLine[] {
  const { toAnyone, onEveryResponse, onActual, onPreflight, decidesByPreflight } = compilePolicy(policy)
  const origins = policy.origins === '*' ? '*' : policy.origins.join(' or ')
  const lines = (headers: readonly PolicyHeader[], preflightOnly: boolean): readonly PolicyLine[] =>
    headers.map(({ name, value }) => ({ name, value: value ?? origins, preflightOnly }))
  return [
    ...lines([...onEveryResponse, ...onActual], false),
    ...toAnyone.map((header) => ({ ...header, preflightOnly: false })),
    ...lines(decidesByPreflight ? onPreflight : [], true),
  ]
}
