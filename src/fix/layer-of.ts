import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import { type AnsweredBy, answeredBy, type Who } from '../reading/answered-by.ts'
import { blockedBy } from '../reading/blocked-by.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** Where to make a change: the server that created the blocked response. */
export interface PlanLayer {
  readonly who: Who
  /** Its id, that of its generator if there is one; null if only the layer is known. */
  readonly id: string | null
  readonly name: string | null
  readonly evidence: readonly Evidence[]
  /** How certain that is. A product recognized only by its path is just likely. */
  readonly certainty: Confidence
}

/** Returns the server that created the blocking response; null if the response doesn't show it. */
export const layerOf = (verdict: Verdict): PlanLayer | null => layerOfAll([verdict])

/** Returns the outermost of the servers that created the blocked responses of several fetches: it can change them all. */
export function layerOfAll(verdicts: readonly Verdict[]): PlanLayer | null {
  const found = outermost(verdicts.flatMap(shownMaker))
  if (found === null) return null
  const { who, id, name, evidence, certainty } = found
  return { who, id, name, evidence, certainty }
}

/** The server that created the blocking response, if that is more than a possibility. */
function shownMaker(verdict: Verdict): readonly AnsweredBy[] {
  const blocked = blockedBy(verdict)
  const answered = blocked === null ? null : answeredBy(blocked.entry)
  return answered === null || answered.certainty === 'low' ? [] : [answered]
}

/**
 * Returns the outermost of several servers, or null. It passes on the others' responses, so only it can change all of
 * them.
 */
export const outermost = <Maker extends { readonly who: Who }>(makers: readonly Maker[]): Maker | null =>
  makers.toSorted((a, b) => OUTWARD.indexOf(b.who) - OUTWARD.indexOf(a.who))[0] ?? null

const OUTWARD: readonly Who[] = ['page', 'app', 'product', 'proxy', 'gateway', 'cdn', 'network']
