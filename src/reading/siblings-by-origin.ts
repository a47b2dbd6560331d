import { originOf } from '../fetch/origin.ts'
import { type InSteps, mapInSteps } from '../in-steps.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type GrowingSiblings, siblingsAmong } from './siblings.ts'

/** The siblings of one API origin: a new object whenever something that was read from them has changed. */
export interface KnownSiblings {
  readonly siblings: GrowingSiblings
}

/** The fetches to one API origin, and their siblings. */
export interface SiblingGroup {
  readonly fetches: Verdict[]
  known: KnownSiblings
}

/**
 * Returns the siblings of each fetch, in steps: the responses of all fetches to the same API origin, including its own.
 * `before` has the known ones by API origin and is extended.
 */
export function* siblingsByOrigin(
  verdicts: readonly Verdict[],
  before: Map<string, KnownSiblings> = new Map(),
): InSteps<readonly SiblingGroup[]> {
  const byOrigin = new Map<string, SiblingGroup>()
  const groups = yield* mapInSteps(verdicts, (verdict) => {
    const origin = originOf(verdict.exchange.url)
    const known = byOrigin.get(origin)
    const group = known ?? { fetches: [], known: NONE }
    group.fetches.push(verdict)
    if (known === undefined) byOrigin.set(origin, group)
    return group
  })
  for (const [origin, group] of byOrigin) {
    const old = before.get(origin)
    if (old === undefined) group.known = { siblings: siblingsAmong(group.fetches) }
    else group.known = (yield* old.siblings.update(group.fetches)) ? { ...old } : old
    yield
  }
  before.clear()
  for (const [origin, { known }] of byOrigin) before.set(origin, known)
  return groups
}

const NONE: KnownSiblings = { siblings: siblingsAmong([]) }
