import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import { type AnsweredBy, answeredBy, type Who } from '../reading/answered-by.ts'
import { blockedBy } from '../reading/blocked-by.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** Where a change has to be made, by who made the response that is blocked. */
export interface PlanLayer {
  readonly who: Who
  /** What it is known by, the id of its generator where there is one; null where only the layer is known. */
  readonly id: string | null
  readonly name: string | null
  readonly evidence: readonly Evidence[]
  /** How certain that is; a product known only by its path is likely, no more. */
  readonly certainty: Confidence
}

/** Returns who made the response that blocks a fetch; null where that response doesn't show it. */
export const layerOf = (verdict: Verdict): PlanLayer | null => layerOfAll([verdict])

/** Returns the outermost of those who made the blocked responses of several fetches: it can change them all. */
export function layerOfAll(verdicts: readonly Verdict[]): PlanLayer | null {
  const found = outermost(verdicts.flatMap(shownMaker))
  if (found === null) return null
  const { who, id, name, evidence, certainty } = found
  return { who, id, name, evidence, certainty }
}

/** Who made the response that blocks a fetch, where that is more than a possibility. */
function shownMaker(verdict: Verdict): readonly AnsweredBy[] {
  const blocked = blockedBy(verdict)
  const answered = blocked === null ? null : answeredBy(blocked.entry)
  return answered === null || answered.certainty === 'low' ? [] : [answered]
}

/**
 * Returns the outermost of those who made responses: what stands furthest out passes on what the others make, so that
 * it alone can change them all. Null for none.
 */
export const outermost = <Maker extends { readonly who: Who }>(makers: readonly Maker[]): Maker | null =>
  makers.toSorted((a, b) => OUTWARD.indexOf(b.who) - OUTWARD.indexOf(a.who))[0] ?? null

const OUTWARD: readonly Who[] = ['page', 'app', 'product', 'proxy', 'gateway', 'cdn', 'network']
