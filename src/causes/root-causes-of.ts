import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { causes } from './index.ts'
import corsNotSetUp from './layers/cors-not-set-up.ts'
import browserRefused from './policy/browser-refused.ts'
import type { AnyRootCause } from './root-cause.ts'

/** A root cause that a fetch shows, in words. */
export interface FoundRootCause {
  readonly id: string
  readonly confidence: Confidence
  readonly summary: Text
  readonly detail: Text
  readonly evidence: readonly Evidence[]
}

/** Told only where nothing else is more than a possibility. */
const LAST_RESORTS: readonly AnyRootCause[] = [corsNotSetUp, browserRefused]

const RANK: Record<Confidence, number> = { high: 0, medium: 1, low: 2 }

/**
 * Returns the root causes that a fetch shows, the most certain first; at least one where the verdict is
 * "unexplained". `siblings` are the verdicts on the fetches of the same API origin, this one's among them or not;
 * give every fetch of an origin the same list, as what is read from it is kept. A cause that throws is passed over.
 */
export function rootCausesOf(verdict: Verdict, siblings: readonly Verdict[]): readonly FoundRootCause[] {
  const found = causes
    .filter((cause) => !LAST_RESORTS.includes(cause))
    .flatMap((cause) => recognized(cause, verdict, siblings))
    .sort((a, b) => RANK[a.confidence] - RANK[b.confidence])
  const settled = found.some(({ confidence }) => confidence !== 'low')
  if (settled) return found
  const last = LAST_RESORTS.flatMap((cause) => recognized(cause, verdict, siblings))
  return [...found, ...last].sort((a, b) => RANK[a.confidence] - RANK[b.confidence])
}

function recognized(
  cause: AnyRootCause,
  verdict: Verdict,
  siblings: readonly Verdict[],
): readonly FoundRootCause[] {
  try {
    const args: unknown = cause.recognize(verdict, siblings)
    if (args === null) return []
    const { id, confidence } = cause
    return [
      {
        id,
        confidence: typeof confidence === 'function' ? confidence(args) : confidence,
        summary: cause.summary(args),
        detail: cause.detail(args),
        evidence: cause.evidence(args, verdict),
      },
    ]
  } catch {
    return []
  }
}
