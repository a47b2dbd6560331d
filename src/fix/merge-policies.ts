import type { Diagnosis } from '../diagnose.ts'
import { originOf } from '../fetch/origin.ts'
import { grantsCredentials, leastDemanding, policyOf } from './plan.ts'
import { type CorsPolicy, merge } from './policy.ts'

/**
 * Returns one policy per API origin that blocked something: it allows what the plans ask for and what that API
 * shared in the same recording, so that following it breaks nothing that works.
 */
export function mergePolicies(
  diagnoses: readonly Diagnosis[],
): readonly { readonly target: string; readonly policy: CorsPolicy }[] {
  const targets = new Map<string, CorsPolicy>()
  const grant = (target: string, policy: CorsPolicy | null): void => {
    if (policy === null) return
    const before = targets.get(target)
    targets.set(target, before === undefined ? policy : merge([before, policy]))
  }
  for (const { plan } of diagnoses) if (plan !== null) grant(plan.target, plan.policy)
  for (const { verdict } of diagnoses) {
    const target = originOf(verdict.exchange.url)
    const branch = leastDemanding(verdict.branches, 'shared')
    if (verdict.type === 'shared' && targets.has(target) && branch !== null)
      grant(target, policyOf(branch, { mended: false, keepCredentials: grantsCredentials(verdict) }))
  }
  return [...targets].map(([target, policy]) => ({ target, policy }))
}
