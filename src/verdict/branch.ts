import type { Exchange } from '../evidence/exchange.ts'
import type { Hypothesis } from '../evidence/hypotheses.ts'
import { leavesWithoutError } from '../evidence/redirect-modes.ts'
import { get } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { mainFetch, type Outcome } from '../fetch/main-fetch.ts'
import type { FailedStep } from '../fetch/steps.ts'

/** What becomes of a fetch if a hypothesis is true. */
export interface Branch {
  readonly hypothesis: Hypothesis
  readonly outcome: Outcome
}

/** Returns what an implementation makes of each hypothesis. */
export const branchesOf = (
  hypotheses: readonly Hypothesis[],
  implementation: Implementation,
): readonly Branch[] => hypotheses.map((hypothesis) => branchOf(hypothesis, implementation))

/** Returns what an implementation makes of a hypothesis. */
export const branchOf = (hypothesis: Hypothesis, implementation: Implementation): Branch => ({
  hypothesis,
  outcome: mainFetch(hypothesis.request, hypothesis.network, implementation),
})

/**
 * Returns whether a branch can be true, given what the browser was seen to do: the outcome must be the one that
 * was observed, and no request can have been sent after the step that fails.
 */
export function isConsistent({ outcome }: Branch, { observed, chain, recording }: Exchange): boolean {
  if (observed.outcome === 'shared' && outcome.type !== 'shared') return outcome.type === 'awaits'
  // Where the browser names another reason, it had got past every check of CORS.
  if (observed.elsewhere && outcome.type === 'blocked' && !isOfRedirect(outcome.failure.step)) return false
  if (observed.outcome === 'blocked' && !observed.elsewhere && outcome.type === 'shared') return false
  if (outcome.type !== 'blocked') return true
  const { step, phase, hop, response } = outcome.failure
  // Chrome writes an error on a redirect that it refuses to follow, but for one kind.
  const location = get(response?.headerList ?? [], 'Location') ?? ''
  const statesNone = chain[hop]?.actual?.vendor.error === null
  if (step.startsWith('HTTP-redirect fetch') && statesNone && !leavesWithoutError(location)) return false
  if (!recording.sentByBrowser) return true
  const sentAfterwards = chain
    .slice(phase === 'preflight' ? hop : hop + 1)
    .some(({ actual }) => (actual?.response.status ?? 0) > 0)
  return !sentAfterwards
}

/** Failures that browsers report as network errors with a name of their own. */
const isOfRedirect = (step: FailedStep): boolean =>
  step.startsWith('HTTP-redirect fetch') || step === 'main fetch: scheme is not HTTP(S)'
