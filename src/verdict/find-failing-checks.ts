import { type Assumptions, commonAssumptions } from '../evidence/assumptions.ts'
import type { Exchange } from '../evidence/exchange.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { mainFetch } from '../fetch/main-fetch.ts'
import type { InSteps } from '../in-steps.ts'
import { applyChanges } from './apply-changes.ts'
import type { Branch } from './branch.ts'
import { checkKey, failingCheckOf } from './failing-check-of.ts'
import type { FailingCheck, FailingChecks } from './verdict.ts'

/** What blocks a fetch now, and what would block it after that is fixed. */
export interface FoundFailingChecks {
  readonly failing: FailingChecks
  readonly failingNext: readonly FailingCheck[]
}

/**
 * Returns every reason why a fetch is blocked, in one pass: in each branch, the failing step is fixed and the standard is
 * run again, until the response is allowed or isn't known. Precondition: at least one branch is blocked.
 */
export function* findFailingChecks(
  exchange: Exchange,
  branches: readonly Branch[],
  implementation: Implementation,
): InSteps<FoundFailingChecks> {
  const paths: (readonly Keyed[])[] = []
  for (const branch of branches) paths.push(yield* failuresOf(exchange, branch, implementation))
  const found = byKey(paths)
  const nowKeys = new Set(paths.flatMap((path) => path.slice(0, 1).map(({ key }) => key)))
  const assumed = (key: string): readonly FailingCheck[] => {
    const checks = found.get(key) ?? []
    return checks.slice(0, 1).map((check) => ({ ...check, assuming: assumptionsOf(checks) }))
  }
  const [first, ...others] = [...nowKeys].flatMap(assumed)
  if (first === undefined) throw new Error('no branch is blocked')
  const laterKeys = new Set(paths.flatMap((path) => path.slice(1).map(({ key }) => key)))
  const failingNext = [...laterKeys].filter((key) => !nowKeys.has(key)).flatMap(assumed)
  return { failing: [first, ...others], failingNext }
}

/** A failing check with its {@link checkKey}, which may be long and is therefore computed once. */
interface Keyed {
  readonly check: FailingCheck
  readonly key: string
}

/** More steps than any path through the standard has. */
const ROUNDS = 80

function* failuresOf(
  exchange: Exchange,
  branch: Branch,
  implementation: Implementation,
): InSteps<readonly Keyed[]> {
  const path: Keyed[] = []
  const made = new Set<string>()
  let { hypothesis, outcome } = branch
  for (let round = 0; round < ROUNDS && outcome.type === 'blocked'; round++) {
    const check = failingCheckOf(exchange, outcome.failure, hypothesis.assumed)
    const changes = check.fix.map((change) => JSON.stringify([check.phase, check.hop, change]))
    // If all changes were made before and the step still fails, they won't fix it.
    if (changes.length > 0 && changes.every((change) => made.has(change))) break
    for (const change of changes) made.add(change)
    path.push({ check, key: checkKey(check) })
    if (changes.length === 0) break
    hypothesis = applyChanges(hypothesis, outcome.failure, check.fix)
    outcome = mainFetch(hypothesis.request, hypothesis.network, implementation)
    yield
  }
  return path
}

/** Returns the failing checks of each key, the first one of each path. */
function byKey(paths: readonly (readonly Keyed[])[]): ReadonlyMap<string, readonly FailingCheck[]> {
  const found = new Map<string, FailingCheck[]>()
  for (const path of paths) {
    const here = new Map<string, FailingCheck>()
    for (const { key, check } of path) if (!here.has(key)) here.set(key, check)
    for (const [key, check] of here) {
      const others = found.get(key)
      if (others === undefined) found.set(key, [check])
      else others.push(check)
    }
  }
  return found
}

/**
 * Returns the assumptions of a failing check: what the branches in which it fails have in common. If every value of an
 * open fact remains, it isn't included; if the observation left only one value, it isn't an assumption.
 */
const assumptionsOf = (checks: readonly FailingCheck[]): Assumptions =>
  checks.map(({ assuming }) => assuming).reduce(commonAssumptions)
