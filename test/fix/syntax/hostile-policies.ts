import fc from 'fast-check'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { hostilePolicy } from '../generators/arbitrary-policies.ts'
import { policies } from '../policies.ts'

/** The policies of these tests, and others with names as hostile as HTTP allows; the same in every run. */
export const hostilePolicies: readonly CorsPolicy[] = [
  ...Object.values<CorsPolicy>(policies),
  ...fc.sample(hostilePolicy, { numRuns: 200, seed: 2026 }),
]
