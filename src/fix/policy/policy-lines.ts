import { compilePolicy, type PolicyHeader } from './compile-policy.ts'
import type { CorsPolicy } from './policy.ts'

/** A header line that a policy comes to. */
export interface PolicyLine {
  readonly name: string
  readonly value: string
  /** Whether it belongs into the answer to OPTIONS only. */
  readonly preflightOnly: boolean
}

/**
 * Returns a policy as the header lines that it comes to, in the order in which a server would send them. What only
 * the answer to a preflight has is left out where no request that the policy allows depends on one.
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
