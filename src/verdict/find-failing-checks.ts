import { type Assumptions, commonAssumptions } from '../evidence/assumptions.ts'
import type { Exchange } from '../evidence/exchange.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { mainFetch } from '../fetch/main-fetch.ts'
import type { Branch } from './branch.ts'
import { failingCheckOf, isSameCheck } from './failing-check-of.ts'
import { mend } from './mend.ts'
import type { FailingCheck, FailingChecks } from './verdict.ts'

/** What blocks a fetch now, and what would block it once that is fixed. */
export interface FoundFailingChecks {
  readonly failing: FailingChecks
  readonly failingNext: readonly FailingCheck[]
}

/**
 * Returns every reason why a fetch is blocked, in one pass: in each branch the failing step is fixed and the
 * standard run again, until the response is shared or nobody knows what would come.
 * Precondition: at least one branch is blocked.
 */
export function findFailingChecks(
  exchange: Exchange,
  branches: readonly Branch[],
  implementation: Implementation,
): FoundFailingChecks {
  const paths = branches.map((branch) => failuresOf(exchange, branch, implementation))
  const [first, ...others] = distinct(paths.flatMap((path) => path.slice(0, 1)))
  if (first === undefined) throw new Error('no branch is blocked')
  const now = [first, ...others]
  const later = distinct(paths.flatMap((path) => path.slice(1))).filter(
    (check) => !now.some((one) => isSameCheck(one, check)),
  )
  const assumed = (check: FailingCheck): FailingCheck => ({ ...check, assuming: assumptionsOf(check, paths) })
  return { failing: [assumed(first), ...others.map(assumed)], failingNext: later.map(assumed) }
}

/** More steps than there are on any way through the standard; a mend that mends nothing ends the search too. */
const ROUNDS = 80

function failuresOf(
  exchange: Exchange,
  branch: Branch,
  implementation: Implementation,
): readonly FailingCheck[] {
  const path: FailingCheck[] = []
  let { hypothesis, outcome } = branch
  for (let round = 0; round < ROUNDS && outcome.type === 'blocked'; round++) {
    const check = failingCheckOf(exchange, outcome.failure, hypothesis.assumed)
    path.push(check)
    hypothesis = mend(hypothesis, outcome.failure, check.fix)
    outcome = mainFetch(hypothesis.request, hypothesis.network, implementation)
  }
  return path
}

const distinct = (checks: readonly FailingCheck[]): readonly FailingCheck[] =>
  checks.filter((check, i) => checks.findIndex((one) => isSameCheck(one, check)) === i)

/**
 * Returns what a failing check needs to be assumed: what the branches in which it fails have in common. A fact that is
 * open, with every value of it left, they don't share; if the observation left only one value, that is what it shows.
 */
function assumptionsOf(check: FailingCheck, paths: readonly (readonly FailingCheck[])[]): Assumptions {
  const found = paths.flatMap((path) => path.find((one) => isSameCheck(one, check)) ?? [])
  return found.map(({ assuming }) => assuming).reduce(commonAssumptions)
}
