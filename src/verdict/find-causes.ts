import type { Exchange } from '../evidence/exchange.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { mainFetch } from '../fetch/main-fetch.ts'
import type { Branch } from './branch.ts'
import { causeOf, isSameCause } from './cause-of.ts'
import { mend } from './mend.ts'
import type { Cause } from './verdict.ts'

/** What blocks a fetch now, and what would block it once that is mended. */
export interface FoundCauses {
  readonly causes: readonly Cause[]
  readonly alsoFailing: readonly Cause[]
}

/**
 * Returns every reason why a fetch is blocked, in one pass: in each branch the failing step is mended and the
 * standard asked again, until the response is shared or nobody knows what would come.
 */
export function findCauses(
  exchange: Exchange,
  branches: readonly Branch[],
  implementation: Implementation,
): FoundCauses {
  const paths = branches.map((branch) => failuresOf(exchange, branch, implementation))
  const first = distinct(paths.flatMap((path) => path.slice(0, 1)))
  const later = distinct(paths.flatMap((path) => path.slice(1))).filter(
    (cause) => !first.some((one) => isSameCause(one, cause)),
  )
  const assumed = (cause: Cause): Cause => ({ ...cause, assuming: assumptionsOf(cause, paths) })
  return { causes: first.map(assumed), alsoFailing: later.map(assumed) }
}

/** More steps than there are on any way through the standard; a mend that mends nothing ends the search too. */
const ROUNDS = 80

function failuresOf(exchange: Exchange, branch: Branch, implementation: Implementation): readonly Cause[] {
  const path: Cause[] = []
  let { hypothesis, outcome } = branch
  for (let round = 0; round < ROUNDS && outcome.type === 'blocked'; round++) {
    const cause = causeOf(exchange, outcome.failure, hypothesis.assumed)
    path.push(cause)
    hypothesis = mend(hypothesis, outcome.failure, cause.fix)
    outcome = mainFetch(hypothesis.request, hypothesis.network, implementation)
  }
  return path
}

const distinct = (causes: readonly Cause[]): readonly Cause[] =>
  causes.filter((cause, i) => causes.findIndex((one) => isSameCause(one, cause)) === i)

/**
 * What a cause needs to be assumed: what the branches in which it fails have in common. Where a fact is open and
 * every value of it is left, they have not; where the observation left only one, that is what it shows.
 */
function assumptionsOf(cause: Cause, paths: readonly (readonly Cause[])[]): Cause['assuming'] {
  const found = paths.flatMap((path) => path.find((one) => isSameCause(one, cause)) ?? [])
  return found.map(({ assuming }) => assuming).reduce(common)
}

const common = (a: Cause['assuming'], b: Cause['assuming']): Cause['assuming'] =>
  Object.fromEntries(Object.entries(a).filter(([name, value]) => b[name] === value))
