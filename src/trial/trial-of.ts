import { isRedirectStatus } from '../fetch/response.ts'
import type { Plan } from '../fix/plan.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { Trial } from './trial.ts'

/** Returns the trial of a policy for the page of a fetch, for that one origin; null if the origin isn't known. */
export function trialOf(
  { exchange }: Verdict,
  { target }: Plan,
  policy: CorsPolicy,
  answersPreflights: boolean,
): Trial | null {
  const { origin } = exchange.facts
  if (!origin.known || origin.value === 'null') return null
  // A wildcard is kept, because it excludes credentials as on the server.
  const kept: CorsPolicy = policy.origins === '*' ? policy : { ...policy, origins: [origin.value] }
  const redirected = exchange.chain.flatMap(({ preflight }) =>
    preflight !== null && isRedirectStatus(preflight.response.status) ? [preflight.request.url] : [],
  )
  return {
    target,
    origin: origin.value,
    policy: kept,
    answersPreflights,
    redirected: answersPreflights ? redirected : [],
  }
}
