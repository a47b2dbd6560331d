import type { JudgedCase } from './chromium.ts'
import { caseIdOf } from './engine-case.ts'
import type { HarJson } from './har-json.ts'
import type { JudgedExchange } from './judge.ts'

/** "narrowed": right, but with a second code beside; "undecided": not wrong, but not said either. */
export type Agreement = 'exact' | 'narrowed' | 'undecided' | 'wrong'

export interface Comparison extends JudgedCase {
  readonly agreement: Agreement
  /** What WhyCORS says about the case. */
  readonly reports: readonly JudgedExchange[]
  readonly entryCount: number
}

/** Says what WhyCORS makes of a recording. */
export type JudgeHar = (har: HarJson) => readonly JudgedExchange[]

/** Returns for each case whether WhyCORS, from the recording alone, comes to the browser's own verdict. */
export function compare(har: HarJson, cases: readonly JudgedCase[], judgeHar: JudgeHar): Comparison[] {
  const { entries } = har.log
  const entryCounts = new Map<string | null, number>()
  for (const { request } of entries) {
    const id = caseIdOf(request.url)
    entryCounts.set(id, (entryCounts.get(id) ?? 0) + 1)
  }
  const reports = new Map<string, JudgedExchange[]>()
  for (const report of judgeHar(har)) {
    const { actual, preflight, redirects } = report.entries
    const urls = [actual, preflight, ...redirects].map((index) => entries[index ?? -1]?.request.url)
    const id = [report.url, ...urls].map((url) => caseIdOf(url ?? '')).find((found) => found !== null)
    if (id) reports.set(id, [...(reports.get(id) ?? []), report])
  }
  return cases.map((judged) => {
    const own = reports.get(judged.case.id) ?? []
    const entryCount = entryCounts.get(judged.case.id) ?? 0
    return { ...judged, agreement: agreementOf(judged, own, entryCount), reports: own, entryCount }
  })
}

function agreementOf(
  { verdict }: JudgedCase,
  reports: readonly JudgedExchange[],
  entryCount: number,
): Agreement {
  const blocked = reports.filter((report) => report.verdict === 'blocked')
  switch (verdict.outcome) {
    case 'shared':
      if (reports.some((report) => report.verdict === 'blocked' || report.verdict === 'unexplained'))
        return 'wrong'
      return reports.length > 0 && reports.every((report) => report.verdict === 'shared')
        ? 'exact'
        : 'undecided'
    case 'cors':
      // Requests that the recording does not contain are a blind spot of the recording.
      if (entryCount === 0 && reports.length === 0) return 'undecided'
      return worst(blocked.map((report) => agreementOnCode(report, verdict.corsError)))
    case 'other':
      if (blocked.some((report) => report.engines.chromium.code !== null)) return 'wrong'
      // Blocked, with CORS as one of two explanations.
      if (blocked.some((report) => report.engines.chromium.codes.length > 0)) return 'narrowed'
      // CORS may have let it through, and a wrong type or a dropped body stopped it; the rule asks no more.
      return reports.some((report) => report.verdict === 'shared') ? 'undecided' : 'exact'
  }
}

function agreementOnCode({ engines }: JudgedExchange, corsError: string | null): Agreement {
  const { codes } = engines.chromium
  if (corsError === null || !codes.includes(corsError)) return 'wrong'
  return codes.length === 1 ? 'exact' : codes.length === 2 ? 'narrowed' : 'wrong'
}

/** A case that is blocked but reported by nothing is wrong too. */
const worst = (agreements: readonly Agreement[]): Agreement =>
  (['wrong', 'narrowed', 'exact'] as const).find((agreement) => agreements.includes(agreement)) ?? 'wrong'
