import type { DiffItem, DiffReport, DiffSide } from '../internal.ts'

/** Requests that changed in the same way, with a title. */
export interface DiffGroup {
  readonly id: (typeof GROUPS)[number]['id']
  readonly title: string
  readonly mark: '✗' | '✓' | '?' | '+' | '-'
  readonly items: readonly DiffItem[]
}

/** The most important first. */
const GROUPS = [
  { id: 'broken', title: 'Broken', mark: '✗' },
  { id: 'stillBlocked', title: 'Still blocked', mark: '✗' },
  { id: 'fixed', title: 'Fixed', mark: '✓' },
  { id: 'unclear', title: 'Changed, but not clear how', mark: '?' },
  { id: 'appeared', title: 'Only in the second recording', mark: '+' },
  { id: 'gone', title: 'Only in the first recording', mark: '-' },
] as const

/** Returns the groups of a comparison that aren't empty. */
export const diffGroups = (report: DiffReport): readonly DiffGroup[] =>
  GROUPS.map((group) => ({ ...group, items: report[group.id] })).filter(({ items }) => items.length > 0)

/** Returns how many kinds of request changed, by group, in one sentence. */
export function diffTally(report: DiffReport): string {
  const parts = [
    [report.broken.length, 'broken'],
    [report.stillBlocked.length, 'still blocked'],
    [report.fixed.length, 'fixed'],
    [report.unclear.length, 'unclear'],
    [report.appeared.length, 'only in the second recording'],
    [report.gone.length, 'only in the first'],
    [report.unchanged, 'not blocked in either'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return told.length === 0 ? 'Neither recording has a cross-origin request.' : `${told.join(', ')}.`
}

/** Returns the outcome of the requests of one recording, in a sentence; '' if it has none. */
export function sideWords(side: DiffSide | null): string {
  if (side === null) return ''
  const some = side.blocked > 0 && side.blocked < side.requests ? `${side.blocked} of ${side.requests}: ` : ''
  return `${some}${side.headline}`
}
