import { type Diagnosis, notCorsReason, type VerdictType } from '../../internal.ts'
import type { Show } from '../parts/show.ts'

const SHOWN_UNDER: Record<VerdictType, Show | null> = {
  blocked: 'blocked',
  unexplained: 'blocked',
  depends: 'depends',
  'cannot-tell': 'depends',
  shared: 'shared',
  'not-cors': null,
}

/** The order of the problems in the list, the most urgent first. */
const RANK: Record<VerdictType, number> = {
  blocked: 0,
  unexplained: 1,
  depends: 2,
  'cannot-tell': 3,
  shared: 4,
  'not-cors': 5,
}

/** Returns how urgent a fetch is; the smaller, the more. */
export const rankOf = ({ verdict }: Diagnosis): number => RANK[verdict.type]

/**
 * Reports whether the panel's list has a fetch under any of its tabs: a request within one origin has nothing to do with
 * CORS, nor has one that nothing shows to have left its origin (the page's own document).
 */
export function isInList({ verdict }: Diagnosis): boolean {
  const notCors = notCorsReason(verdict)
  if (notCors === null || notCors === 'service worker' || notCors === 'cache or service worker') return true
  const { origin } = verdict.exchange.facts
  return notCors === 'no-cors' && (origin.known || origin.candidates.length > 0)
}

/** What was blocked is listed as blocked, also while nothing says why. */
const tabOf = ({ verdict: { type, exchange } }: Diagnosis): Show | null =>
  type === 'cannot-tell' && exchange.observed.outcome === 'blocked' ? 'blocked' : SHOWN_UNDER[type]

/** Returns whether a fetch belongs under a tab. */
export const isShown = (diagnosis: Diagnosis, show: Show): boolean =>
  isInList(diagnosis) && (show === 'all' || tabOf(diagnosis) === show)

/** Returns how many fetches stand under each tab. */
export function countShown(diagnoses: readonly Diagnosis[]): Record<Show, number> {
  const counts: Record<Show, number> = { blocked: 0, depends: 0, shared: 0, all: 0 }
  for (const diagnosis of diagnoses) {
    if (!isInList(diagnosis)) continue
    counts.all++
    const show = tabOf(diagnosis)
    if (show !== null) counts[show]++
  }
  return counts
}
