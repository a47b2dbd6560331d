import type { Exchange } from '../evidence/exchange.ts'
import type { Hypothesis } from '../evidence/hypotheses.ts'
import { leavesWithoutError } from '../evidence/redirect-modes.ts'
import { get } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { mainFetch, type Outcome } from '../fetch/main-fetch.ts'
import type { FailedStep } from '../fetch/steps.ts'

/** The outcome of a fetch if a hypothesis is true. */
export interface Branch {
  readonly hypothesis: Hypothesis
  readonly outcome: Outcome
}

/** Returns the outcome of each hypothesis in an implementation. */
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
 * Reports whether a branch is consistent with the observed behavior: it has the observed outcome, and no request was sent
 * after the failing step.
 */
export function isConsistent({ outcome }: Branch, { observed, chain, recording }: Exchange): boolean {
  if (observed.outcome === 'shared' && outcome.type !== 'shared') return outcome.type === 'awaits'
  // If the browser names another reason, every CORS check had passed.
  if (observed.elsewhere && outcome.type === 'blocked' && !isOfRedirect(outcome.failure.step)) return false
  if (observed.outcome === 'blocked' && !observed.elsewhere && outcome.type === 'shared') return false
  if (outcome.type !== 'blocked') return true
  const { step, phase, hop, response } = outcome.failure
  // Chrome records an error on a redirect that it refuses to follow, with one exception.
  const location = get(response?.headerList ?? [], 'Location') ?? ''
  const statesNone = chain[hop]?.actual?.vendor.error === null
  if (step.startsWith('HTTP-redirect fetch') && statesNone && !leavesWithoutError(location)) return false
  if (!recording.sentByBrowser) return true
  const sentAfterwards = chain
    .slice(phase === 'preflight' ? hop : hop + 1)
    .some(({ actual }) => (actual?.response.status ?? 0) > 0)
  return !sentAfterwards
}

/** Failures that browsers report as network errors with a specific name. */
const isOfRedirect = (step: FailedStep): boolean =>
  step.startsWith('HTTP-redirect fetch') || step === 'main fetch: scheme is not HTTP(S)'
