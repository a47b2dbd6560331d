import fc from 'fast-check'
import { respond } from '../../../../src/fix/policy/respond.ts'
import { hostilePolicy } from '../../generators/arbitrary-policies.ts'

/** Policies of hostile names, the same in every run. */
export const hostilePolicies = fc.sample(hostilePolicy, { numRuns: 60, seed: 2026 })

/** Each of them with each of its origins, and the CORS headers that answer a preflight from there. */
export const hostilePreflights = hostilePolicies.flatMap((policy) =>
  [...policy.origins].map((origin) => ({
    policy,
    origin,
    answer: Object.fromEntries(
      respond(policy, origin, 'preflight').map(({ name, value }) => [name.toLowerCase(), value]),
    ),
  })),
)
