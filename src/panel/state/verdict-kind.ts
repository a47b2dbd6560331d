import { type Diagnosis, notCorsReason, type VerdictType } from '../../internal.ts'
import type { Kind, Show } from '../parts/show.ts'
import { isRow, type Listed, typeOf } from './listed.ts'

const KINDS: Record<VerdictType, Kind> = {
  blocked: 'blocked',
  unexplained: 'blocked',
  depends: 'depends',
  'cannot-tell': 'depends',
  shared: 'shared',
  'not-cors': 'not cors',
}

/** The order of the problems in the list, the most urgent first. */
const RANK: Record<VerdictType, number> = {
  blocked: 0,
  unexplained: 1,
  depends: 2,
  'cannot-tell': 3,
  shared: 5,
  'not-cors': 6,
}

const WARNING_RANK = 4

/** Returns how urgent a fetch is; smaller is more urgent. */
export const rankOf = (one: Listed): number => (kindOf(one) === 'warnings' ? WARNING_RANK : RANK[typeOf(one)])

const kinds = new WeakMap<Diagnosis, Kind>()

/** Returns the tab of a fetch. The first call computes its warnings. */
export function kindOf(diagnosis: Listed): Kind {
  if (isRow(diagnosis)) return diagnosis.about.kind
  const found = kinds.get(diagnosis) ?? findKind(diagnosis)
  kinds.set(diagnosis, found)
  return found
}

function findKind(diagnosis: Diagnosis): Kind {
  const { verdict } = diagnosis
  const { type, exchange } = verdict
  const reason = notCorsReason(verdict)
  if (reason !== null) return type === 'unexplained' && isFailedCall(diagnosis) ? 'blocked' : 'not cors'
  // A blocked request is listed as blocked, even if the reason isn't known.
  if (type === 'cannot-tell' && exchange.observed.outcome === 'blocked') return 'blocked'
  return type === 'shared' && diagnosis.cautions.length > 0 ? 'warnings' : KINDS[type]
}

/** Reports whether a cross-origin fetch that script may have made failed: not a script, an image or a navigation. */
function isFailedCall({ verdict }: Diagnosis): boolean {
  const { facts, chain } = verdict.exchange
  const reason = notCorsReason(verdict)
  const type = (chain[0].actual ?? chain[0].preflight)?.vendor.resourceType ?? null
  const isCall = type === null || type === 'fetch' || type === 'xhr' || type === 'preflight'
  if (reason === 'service worker' || reason === 'cache or service worker') return isCall
  return reason === 'no-cors' && isCall && (facts.origin.known || facts.origin.candidates.length > 0)
}

/** Reports whether there is a warning about a fetch. */
export const isWarned = (one: Listed): boolean =>
  isRow(one)
    ? one.about.warned
    : kindOf(one) === 'warnings' || (typeOf(one) === 'not-cors' && one.cautions.length > 0)

/** Reports whether CORS applies to a fetch. */
export const isOfCors = (diagnosis: Listed): boolean => kindOf(diagnosis) !== 'not cors'

/** Reports whether requests of a kind belong to a tab. */
export const isShown = (kind: Kind, show: Show): boolean =>
  kind === show || (show === 'all' && kind !== 'not cors')

/**
 * Returns the number of fetches per tab, including those that are no longer kept; "all" is the sum of the others without
 * "not cors".
 */
export function countShown(
  kinds: Readonly<Record<Kind, number>>,
  removed: ReadonlyMap<string, { readonly kind: Kind; readonly count: number }> = new Map(),
): Record<Show, number> {
  const counts: Record<Show, number> = { ...kinds, all: 0 }
  for (const { kind, count } of removed.values()) counts[kind] += count
  const { blocked, warnings, depends, shared } = counts
  return { ...counts, all: blocked + warnings + depends + shared }
}
