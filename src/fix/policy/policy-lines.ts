import type { CorsPolicy } from './policy.ts'

/** A header line that a policy comes to. */
export interface PolicyLine {
  readonly name: string
  readonly value: string
  /** Whether it belongs into the answer to OPTIONS only. */
  readonly preflightOnly: boolean
}

/** Returns a policy as the header lines that it comes to, in the order in which a server would send them. */
export function policyLines(policy: CorsPolicy): readonly PolicyLine[] {
  const line = (name: string, value: string, preflightOnly = false): PolicyLine => ({
    name,
    value,
    preflightOnly,
  })
  const list = (name: string, values: readonly string[], preflightOnly: boolean): readonly PolicyLine[] =>
    values.length === 0 ? [] : [line(name, values.join(', '), preflightOnly)]
  // Without a preflight nobody reads the lists.
  const { maxAge } = policy
  const forPreflight =
    maxAge === null
      ? []
      : [
          ...list('Access-Control-Allow-Methods', policy.methods, true),
          ...list('Access-Control-Allow-Headers', policy.headers, true),
          line('Access-Control-Max-Age', String(maxAge), true),
        ]
  return [
    line('Access-Control-Allow-Origin', policy.origins === '*' ? '*' : policy.origins.join(' or ')),
    ...(policy.credentials ? [line('Access-Control-Allow-Credentials', 'true')] : []),
    ...list('Access-Control-Expose-Headers', policy.exposed, false),
    ...(policy.origins === '*' ? [] : [line('Vary', 'Origin')]),
    ...forPreflight,
  ]
}
