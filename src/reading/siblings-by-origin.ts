import { originOf } from '../fetch/origin.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type GrowingSiblings, siblingsAmong } from './siblings.ts'

/** The siblings of one API origin: a new object whenever something that was read from them has changed. */
export interface KnownSiblings {
  readonly siblings: GrowingSiblings
}

/**
 * Returns the siblings of each fetch: the responses of all fetches to the same API origin, including its own. `before` has
 * the known ones by API origin and is extended.
 */
export function siblingsByOrigin(
  verdicts: readonly Verdict[],
  before: Map<string, KnownSiblings> = new Map(),
): readonly KnownSiblings[] {
  const byOrigin = new Map<string, Verdict[]>()
  const origins = verdicts.map(({ exchange }) => originOf(exchange.url))
  for (const [i, verdict] of verdicts.entries()) {
    const origin = origins[i] ?? ''
    const fetches = byOrigin.get(origin)
    if (fetches === undefined) byOrigin.set(origin, [verdict])
    else fetches.push(verdict)
  }
  const now = new Map<string, KnownSiblings>()
  for (const [origin, fetches] of byOrigin) {
    const old = before.get(origin)
    if (old === undefined) now.set(origin, { siblings: siblingsAmong(fetches) })
    else now.set(origin, old.siblings.update(fetches) ? { ...old } : old)
  }
  before.clear()
  for (const [origin, known] of now) before.set(origin, known)
  return origins.map((origin) => now.get(origin) ?? { siblings: siblingsAmong([]) })
}
