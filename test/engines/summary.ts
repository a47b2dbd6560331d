import type { Agreement, Comparison } from './compare.ts'

const ofRules: readonly Agreement[] = ['exact', 'wrong']
const ofRecordings: readonly Agreement[] = ['exact', 'narrowed', 'undecided', 'wrong']

/**
 * Returns a table: one row per verdict of the browser, one column per degree of agreement. What the rules say with
 * everything known is right or wrong; only what is read off a recording can be less than that.
 */
export function summarize(comparisons: readonly Comparison[], fromRules: boolean): string {
  const columns = fromRules ? ofRules : ofRecordings
  const rows = new Map<string, Comparison[]>()
  for (const comparison of comparisons) {
    const row = rowOf(comparison)
    rows.set(row, [...(rows.get(row) ?? []), comparison])
  }
  const sorted = [...rows].sort(([a], [b]) => a.localeCompare(b))
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(52)}${cells.map((cell) => String(cell).padStart(11)).join('')}`
  const counts = (own: readonly Comparison[]) => columns.map((column) => countOf(own, column))
  return [
    line('', columns),
    ...sorted.map(([name, own]) => line(name, counts(own))),
    line('all', counts(comparisons)),
    ...(fromRules ? [] : ofRecording(comparisons)),
  ].join('\n')
}

/** Returns one text for cases that are probably wrong for the same reason. */
export const faultOf = ({ verdict, reports }: Comparison): string =>
  JSON.stringify([
    verdict.outcome,
    verdict.corsError,
    ...reports.map((report) => [report.verdict, report.codes]),
  ])

const countOf = (comparisons: readonly Comparison[], agreement: Agreement): number =>
  comparisons.filter((comparison) => comparison.agreement === agreement).length

function rowOf({ verdict }: Comparison): string {
  switch (verdict.outcome) {
    case 'shared':
      return 'shared'
    case 'cors':
      return `cors  ${verdict.corsError}`
    case 'other':
      return `other ${verdict.blockedReason ?? verdict.netError ?? 'no request'}`
  }
}

const ofRecording = (comparisons: readonly Comparison[]): readonly string[] => [
  `undecided: ${undecidedReasons(comparisons)}`,
  `arrived at the server but not in the recording: ${comparisons.filter(isUnrecorded).length}`,
]

function undecidedReasons(comparisons: readonly Comparison[]): string {
  const counts = new Map<string, number>()
  for (const { agreement, reports } of comparisons) {
    if (agreement !== 'undecided') continue
    const reason = [...new Set(reports.map((report) => report.verdict))].sort().join('+') || 'no report'
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ') || 'none'
}

const isUnrecorded = ({ verdict, entryCount }: Comparison): boolean =>
  verdict.arrived.length > 0 && entryCount === 0
