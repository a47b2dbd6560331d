import { attempt, type ReportBug } from '../bug.ts'
import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { Siblings } from '../reading/siblings.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { inOrder } from './in-order.ts'
import { causes } from './registry.ts'
import type { AnyRootCause, Configuration, Family } from './root-cause.ts'

/** A root cause that a fetch shows, in words. */
export interface FoundRootCause {
  readonly id: string
  readonly confidence: Confidence
  /** What CORS configuration can do about it. */
  readonly configuration: Configuration
  readonly summary: Text
  /** The same in a few words if it's certain, else the summary. */
  readonly brief: Text
  readonly detail: Text
  readonly evidence: readonly Evidence[]
}

/** Returns the root causes that a fetch shows. */
export type RootCausesOf = (
  verdict: Verdict,
  siblings: Siblings,
  report: ReportBug,
) => readonly FoundRootCause[]

const RANK: Record<Confidence, number> = { high: 0, medium: 1, low: 2 }

/** The families whose causes a known refusal explains better. */
const EXPLAINED: readonly Family[] = ['errors', 'layers', 'redirects']

/** Returns {@link rootCausesOf} for a given registry. The order of the registry doesn't matter. */
export function rootCausesAmong(registry: readonly AnyRootCause[]): RootCausesOf {
  const ordered = inOrder(registry)
  const usual = ordered.filter(({ lastResort }) => lastResort === undefined)
  const lastResorts = ordered.filter(({ lastResort }) => lastResort !== undefined)
  return (verdict, siblings, report) => {
    const found = usual.flatMap((cause) => recognized(cause, verdict, siblings, report))
    const ids = new Set(found.map(({ cause }) => cause.id))
    const closest = found.filter(({ cause: { yieldsTo = [] } }) => !yieldsTo.some((id) => ids.has(id)))
    // A known refusal explains more than its status and other responses suggest.
    const isKnown = closest.some(
      ({ cause, words }) => cause.family === 'refusals' && words.confidence === 'high',
    )
    const told = closest.filter(({ cause: { family } }) => !(isKnown && EXPLAINED.includes(family)))
    const likely = told.filter(({ words }) => words.confidence !== 'low')
    const ofServer = likely.filter(({ cause }) => cause.family !== 'page' && cause.family !== 'tools')
    const last = lastResorts
      .filter(({ lastResort }) => (lastResort === 'of the server' ? ofServer : likely).length === 0)
      .flatMap((cause) => recognized(cause, verdict, siblings, report))
    return [...told, ...last]
      .map(({ words }) => words)
      .sort((a, b) => RANK[a.confidence] - RANK[b.confidence])
  }
}

/**
 * Returns the root causes that a fetch shows, the most certain first; at least one if the verdict is "unexplained".
 * `siblings` are the responses to the fetches of the same API origin, with or without this one. A cause that throws is
 * skipped and reported.
 */
export const rootCausesOf: RootCausesOf = rootCausesAmong(causes)

function recognized(
  cause: AnyRootCause,
  verdict: Verdict,
  siblings: Siblings,
  report: ReportBug,
): readonly { readonly cause: AnyRootCause; readonly words: FoundRootCause }[] {
  const { id, confidence, configuration = 'fixes' } = cause
  const words = attempt({ where: 'root cause', id }, report, (): FoundRootCause | null => {
    const args: unknown = cause.recognize(verdict, siblings)
    if (args === null) return null
    const summary = cause.summary(args)
    const certainty = typeof confidence === 'function' ? confidence(args) : confidence
    return {
      id,
      confidence: certainty,
      configuration,
      summary,
      brief: (certainty === 'high' ? cause.brief?.(args) : undefined) ?? summary,
      detail: cause.detail(args),
      evidence: cause.evidence(args, verdict),
    }
  })
  return words === null ? [] : [{ cause, words }]
}
