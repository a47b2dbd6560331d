import { originOf } from '../fetch/origin.ts'
import { type InSteps, mapInSteps } from '../in-steps.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type GrowingSiblings, siblingsAmong } from './siblings.ts'

/** The siblings of one API origin: a new object whenever something that was read from them has changed. */
export interface KnownSiblings {
  readonly siblings: GrowingSiblings
}

/**
 * Returns the siblings of each fetch, in steps: the responses of all fetches to the same API origin, including its own.
 * `before` has the known ones by API origin and is extended.
 */
export function* siblingsByOrigin(
  verdicts: readonly Verdict[],
  before: Map<string, KnownSiblings> = new Map(),
): InSteps<readonly KnownSiblings[]> {
  const byOrigin = new Map<string, Verdict[]>()
  const origins = yield* mapInSteps(verdicts, (verdict) => {
    const origin = originOf(verdict.exchange.url)
    const fetches = byOrigin.get(origin)
    if (fetches === undefined) byOrigin.set(origin, [verdict])
    else fetches.push(verdict)
    return origin
  })
  const now = new Map<string, KnownSiblings>()
  for (const [origin, fetches] of byOrigin) {
    const old = before.get(origin)
    if (old === undefined) now.set(origin, { siblings: siblingsAmong(fetches) })
    else now.set(origin, (yield* old.siblings.update(fetches)) ? { ...old } : old)
    yield
  }
  before.clear()
  for (const [origin, known] of now) before.set(origin, known)
  return yield* mapInSteps(origins, (origin) => now.get(origin) ?? { siblings: siblingsAmong([]) })
}
