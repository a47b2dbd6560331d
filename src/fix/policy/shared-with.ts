import { engines } from '../../engines/index.ts'
import { mainFetch } from '../../fetch/main-fetch.ts'
import { openBranches } from '../../verdict/open-branches.ts'
import { requiredFixes } from '../client-fixes/required-fixes.ts'
import { leastDemanding, playedRequest } from '../plan.ts'
import type { Planned } from '../planned.ts'
import type { CorsPolicy } from './policy.ts'
import { policyNetwork } from './respond.ts'

/**
 * Returns the titles of the browsers that would allow a fetch if its server had a policy and the page followed the plan,
 * judged by the same rules as the recording. A fetch without a plan is allowed today, at least in the usual case.
 */
export function sharedWith({ verdict, plan }: Planned, policy: CorsPolicy): readonly string[] {
  const branch = leastDemanding(openBranches(verdict), plan === null ? 'shared' : 'blocked')
  if (branch === null) return []
  const { request } = branch.hypothesis
  const played = plan === null ? request : playedRequest(request, requiredFixes(verdict))
  if (played === null) return []
  return [engines.chromium, engines.firefox, engines.webkit]
    .filter(
      ({ implementation }) => mainFetch(played, policyNetwork(policy), implementation).type === 'shared',
    )
    .map(({ title }) => title)
}
