import { originOf } from '../fetch/origin.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type GrowingSiblings, siblingsAmong } from './siblings.ts'

/** The siblings of one API origin: a new object whenever something that was read from them has changed. */
export interface KnownSiblings {
  readonly siblings: GrowingSiblings
}

const origins = new WeakMap<Verdict, string>()

/**
 * Returns a function that returns the siblings of a fetch: the responses of all fetches to the same API origin, including
 * its own. `before` has the known ones by API origin and is extended.
 */
export function siblingsByOrigin(
  verdicts: readonly Verdict[],
  before: Map<string, KnownSiblings> = new Map(),
): (verdict: Verdict) => KnownSiblings {
  const byOrigin = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const origin = apiOriginOf(verdict)
    const fetches = byOrigin.get(origin) ?? []
    byOrigin.set(origin, fetches)
    fetches.push(verdict)
  }
  const now = new Map<string, KnownSiblings>()
  for (const [origin, fetches] of byOrigin) {
    const old = before.get(origin)
    if (old === undefined) now.set(origin, { siblings: siblingsAmong(fetches) })
    else now.set(origin, old.siblings.update(fetches) ? { ...old } : old)
  }
  before.clear()
  for (const [origin, known] of now) before.set(origin, known)
  return (verdict) => now.get(apiOriginOf(verdict)) ?? { siblings: siblingsAmong([]) }
}

/** The API origin of a fetch's first URL. */
function apiOriginOf(verdict: Verdict): string {
  const found = origins.get(verdict) ?? originOf(verdict.exchange.url)
  origins.set(verdict, found)
  return found
}
