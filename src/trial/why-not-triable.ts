import type { EngineId } from '../engines/engine.ts'
import { isOkStatus } from '../fetch/response.ts'
import type { Plan } from '../fix/plan.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import { code, type Text, text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { isSentTwice } from './is-sent-twice.ts'
import { trialOf } from './trial-of.ts'
import { trialOutcome } from './trial-outcome.ts'

/** The input of a trial. */
export interface Wanted {
  readonly verdict: Verdict
  readonly plan: Plan | null
  /** The shown policy, edited or not; null if none helps. */
  readonly policy: CorsPolicy | null
  /** Whether the trial can respond to preflights itself. */
  readonly answersPreflights: boolean
  /** The browser that it's tried in. */
  readonly browser: EngineId
}

/** Returns why a policy can't be tried in the browser for a fetch, and what helps instead; null if it can. */
export function whyNotTriable({ verdict, plan, policy, answersPreflights, browser }: Wanted): Text | null {
  const { chain, facts } = verdict.exchange
  if (plan === null || plan.policy === null || policy === null)
    return text`No response header would change the outcome.`
  if (!facts.origin.known)
    return text`The recording doesn't show which page made the request, so there is no origin to allow.`
  const origin = facts.origin.value
  if (origin === 'null')
    return text`The page's origin is ${code('null')}, which no server should allow, so a trial doesn't either.`
  if (policy.origins !== '*' && !policy.origins.includes(origin))
    return text`The policy doesn't allow ${code(origin)}, the page's origin.`
  if (chain.some(({ actual }) => actual?.vendor.viaServiceWorker === true))
    return text`A service worker made this request. Rules for one tab don't reach service workers; bypass it in the Application panel, and try again.`
  if (browser === 'firefox' && isSentTwice(verdict.exchange))
    return text`Firefox checks the ${code('Access-Control-Allow-Origin')} headers that the server sent, and refuses two of them whatever a trial changes. Remove one on the server, or try it in Chrome.`
  for (const { preflight } of chain) {
    const status = preflight?.response.status ?? 204
    if (status === 0)
      return text`The preflight got no response, and a trial changes headers only. Make the server respond first, or use the proxy below.`
    if (!isOkStatus(status) && !answersPreflights)
      return text`The preflight got status ${status}, and an extension can't change a status. Try it in the browser that ${code('npm run chrome')} starts from a clone, where the trial responds to the preflight; or use the proxy below until the server is changed.`
  }
  if (plan.required.length > 0)
    return text`A trial changes response headers only. Change the page first, as described above.`
  if (plan.first !== null && !isOnlyPreflight(verdict, plan, policy, answersPreflights))
    return text`A trial changes response headers only. Do what's described above first.`
  return null
}

/** Reports whether what has to be done first is about a preflight that the trial responds to itself. */
function isOnlyPreflight(
  verdict: Verdict,
  plan: Plan,
  policy: CorsPolicy,
  answersPreflights: boolean,
): boolean {
  const { exchange } = verdict
  const isRefused = exchange.chain.some(({ preflight }) => !isOkStatus(preflight?.response.status ?? 204))
  const trial = answersPreflights && isRefused ? trialOf(verdict, plan, policy, true) : null
  // Only a browser that we start responds itself, and that is Chromium.
  return trial !== null && trialOutcome(exchange, trial, 'chromium') !== 'blocked'
}
