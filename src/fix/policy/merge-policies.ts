import { originOf } from '../../fetch/origin.ts'
import { isUsuallyAllowed } from '../../verdict/is-usually-allowed.ts'
import { openBranches } from '../../verdict/open-branches.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { grantsCredentials, leastDemanding, policyOf } from '../plan.ts'
import type { Planned } from '../planned.ts'
import { merge } from './merge.ts'
import { type LeftOut, ownWishes } from './own-wishes.ts'
import type { CorsPolicy } from './policy.ts'
import type { Wish } from './wish.ts'

/** The policy that all fetches to one API need together, and what each of them needs. */
export interface MergedPolicy<Asker extends Planned = Planned> {
  /** The API's origin. */
  readonly target: string
  readonly policy: CorsPolicy
  readonly wishes: readonly [Wish<Asker>, ...Wish<Asker>[]]
  /** Origins that called this API but aren't allowed by the policy, each with the reason. */
  readonly leftOut: readonly LeftOut[]
}

/** The options for merging policies. */
export interface MergeOptions {
  /** Only what the recorded requests need, without what else the server currently allows. Default: false. */
  readonly least?: boolean
}

/**
 * Returns one policy per API origin that blocked something. It allows what the plans need and what that API already
 * allowed in the same recording, so that following it breaks nothing that works.
 */
export function mergePolicies<Asker extends Planned>(
  diagnoses: readonly Asker[],
  { least = false }: MergeOptions = {},
): readonly MergedPolicy<Asker>[] {
  const targets = new Map<string, [Wish<Asker>, ...Wish<Asker>[]]>()
  for (const diagnosis of diagnoses) {
    const { plan } = diagnosis
    const policy = least ? plan?.least : plan?.policy
    if (plan === null || policy === null || policy === undefined) continue
    const wish = { diagnosis, policy, needs: plan.least ?? policy }
    const wishes = targets.get(plan.target)
    if (wishes === undefined) targets.set(plan.target, [wish])
    else wishes.push(wish)
  }
  for (const diagnosis of diagnoses) {
    const { verdict } = diagnosis
    if (verdict.type !== 'shared' && !isUsuallyAllowed(verdict)) continue
    const wishes = targets.get(originOf(verdict.exchange.url))
    if (wishes === undefined) continue
    const policy = allowedPolicy(verdict)
    if (policy !== null) wishes.push({ diagnosis, policy, needs: policy })
  }
  return [...targets].map(([target, all]) => {
    const { wishes, leftOut } = ownWishes(all)
    const [first, ...rest] = wishes
    return { target, policy: merge([first.policy, ...rest.map(({ policy }) => policy)]), wishes, leftOut }
  })
}

/** What was allowed, by the kind of the fetch: it follows from facts that all of a kind have in common. */
const known = new WeakMap<object, CorsPolicy | null>()

function allowedPolicy(verdict: Verdict): CorsPolicy | null {
  const kind = verdict.type === 'shared' ? (verdict.exchange.kind ?? null) : null
  const found = kind === null ? undefined : known.get(kind)
  if (found !== undefined) return found
  const branch = leastDemanding(openBranches(verdict), 'shared')
  const policy =
    branch === null
      ? null
      : policyOf(branch.hypothesis.request, { keepCredentials: grantsCredentials(verdict) })
  if (kind !== null) known.set(kind, policy)
  return policy
}
