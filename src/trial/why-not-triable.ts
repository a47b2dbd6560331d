import { isOkStatus } from '../fetch/response.ts'
import type { Plan } from '../fix/plan.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import { code, type Text, text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** What a trial is to be made of. */
export interface Wanted {
  readonly verdict: Verdict
  readonly plan: Plan | null
  /** The policy as it's shown, edited or not; null where none helps. */
  readonly policy: CorsPolicy | null
  /** Whether the trial can respond to preflights itself. */
  readonly answersPreflights: boolean
}

/** Returns why a policy can't be tried in the browser on a fetch, and what helps instead; null where it can. */
export function whyNotTriable({ verdict, plan, policy, answersPreflights }: Wanted): Text | null {
  const { chain, facts } = verdict.exchange
  if (plan === null || plan.policy === null || policy === null)
    return text`Nothing can be tried here: no response header would change the outcome.`
  if (!facts.origin.known)
    return text`The recording doesn't show which page made the request, so there is no origin to allow.`
  const origin = facts.origin.value
  if (origin === 'null')
    return text`The page's origin is ${code('null')}, which no server should allow, so a trial doesn't either.`
  if (policy.origins !== '*' && !policy.origins.includes(origin))
    return text`The policy doesn't allow ${code(origin)}, the page's origin.`
  if (chain.some(({ actual }) => actual?.vendor.viaServiceWorker === true))
    return text`A service worker made this request. Rules for one tab don't reach service workers; bypass it in the Application panel, and try again.`
  for (const { preflight } of chain) {
    const status = preflight?.response.status ?? 204
    if (status === 0)
      return text`The preflight got no response. The server has to respond first: a trial changes headers, not more.`
    if (!isOkStatus(status) && !answersPreflights)
      return text`The preflight got status ${status}, and an extension can't change a status. Try it in the browser that ${code('npm run chrome')} starts from a clone, where the trial responds to the preflight; or use the proxy below until the server is changed.`
  }
  if (plan.required.length > 0)
    return text`The page has to change first; a trial changes the headers of responses, not more.`
  if (plan.first !== null) return text`A trial can't do what has to be done first.`
  return null
}
