import type { ExchangeReport, PolicyReport, Report } from '../report/report.ts'
import { mergePolicyReports } from './merge-policy-reports.ts'
import { partsOfReport, type ReportEnd } from './parts-of-report.ts'

/**
 * Yields the fetches of several reports as those of one, and returns what that report has beside them. At any moment one fetch
 * is in memory.
 * @throws {MergeError}
 */
export async function* mergeReports(
  bytes: AsyncIterable<Uint8Array>,
  before: MergedReports,
): AsyncGenerator<ExchangeReport> {
  for await (const part of partsOfReport(bytes)) {
    const offset = before.sources.length
    if (part.type === 'exchange') yield { ...part.exchange, file: part.exchange.file + offset }
    else before.add(part.end)
  }
}

/** What all reports so far have beside their fetches. */
export interface MergedReports {
  readonly sources: Report['sources']
  add(end: ReportEnd): void
  /** Returns the merged report without its fetches. */
  rest(version: string): ReportEnd
}

export function emptyMerge(): MergedReports {
  const sources: Report['sources'][number][] = []
  const policies: PolicyReport[] = []
  const skipped: Report['skipped'][number][] = []
  const truncated: NonNullable<Report['truncated']>[number][] = []
  const bugs = new Map<string, NonNullable<Report['bugs']>[number]>()
  return {
    sources,
    add(end) {
      const offset = sources.length
      for (const one of end.policies) policies.push(moved(one, offset))
      for (const one of end.skipped) skipped.push(one)
      for (const one of end.truncated ?? []) truncated.push(one)
      for (const one of end.bugs ?? []) bugs.set(JSON.stringify(one), one)
      for (const one of end.sources) sources.push(one)
    },
    rest: (version) => ({
      format: 1,
      tool: { name: 'whycors', version },
      sources,
      policies: mergePolicyReports(policies),
      skipped,
      ...(truncated.length === 0 ? {} : { truncated }),
      ...(bugs.size === 0 ? {} : { bugs: [...bugs.values()] }),
    }),
  }
}

/** The recordings of each report are counted from 0. */
const moved = (policy: PolicyReport, offset: number): PolicyReport => ({
  ...policy,
  askedBy: policy.askedBy.map((grant) => ({
    ...grant,
    entries: grant.entries.map(({ file, entry }) => ({ file: file + offset, entry })),
  })),
})
