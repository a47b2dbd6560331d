import { caseIdOf } from './engine-case.ts'
import type { JudgedCase } from './engine-session.ts'
import type { HarJson } from './har-json.ts'
import type { JudgedExchange } from './judge.ts'

/** "narrowed": right, but with a second code beside; "undecided": not wrong, but not said either. */
export type Agreement = 'exact' | 'narrowed' | 'undecided' | 'wrong'

/** What is said about one exchange of a case; what else it holds is printed where it is wrong. */
export interface Report {
  readonly verdict: string
  readonly codes: readonly string[]
}

export interface Comparison extends JudgedCase {
  readonly agreement: Agreement
  /** What WhyCORS says about the case. */
  readonly reports: readonly Report[]
  readonly entryCount: number
}

/** Says what WhyCORS makes of a recording. */
export type JudgeHar = (har: HarJson) => readonly JudgedExchange[]

/** Returns for each case whether WhyCORS, from the recording alone, comes to the browser's own verdict. */
export function compare(har: HarJson, cases: readonly JudgedCase[], judgeHar: JudgeHar): Comparison[] {
  const { entries } = har.log
  const entryCounts = new Map<string | null, number>()
  const halfRecorded = new Set<string | null>()
  for (const { request, response } of entries) {
    const id = caseIdOf(request.url)
    entryCounts.set(id, (entryCounts.get(id) ?? 0) + 1)
    // Now and then Firefox writes an answer down with its headers and without its status.
    if (response.status === 0 && response.headers.length > 0) halfRecorded.add(id)
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
    const isOpen = halfRecorded.has(judged.case.id) && own.every(({ verdict }) => !isDecided(verdict))
    const agreement = isOpen ? 'undecided' : agreementOf(judged, own, entryCount)
    return { ...judged, agreement, reports: own, entryCount }
  })
}

const isDecided = (verdict: string): boolean => verdict === 'blocked' || verdict === 'shared'

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
      // Where no outcome is recorded either, it may depend on what the recording does not show.
      if (blocked.length === 0 && reports.some((report) => leavesOpen(report, verdict.corsError)))
        return 'undecided'
      return worst(blocked.map((report) => agreementOnCode(report, verdict.corsError)))
    case 'other':
      if (blocked.some(({ code }) => code !== null && code !== NETWORK)) return 'wrong'
      // Blocked, with CORS as one of two explanations.
      if (blocked.some(({ codes }) => codes.some((code) => code !== NETWORK))) return 'narrowed'
      // CORS may have let it through, and a wrong type or a dropped body stopped it; the rule asks no more.
      return reports.some((report) => report.verdict === 'shared') ? 'undecided' : 'exact'
  }
}

const leavesOpen = ({ verdict, codes }: JudgedExchange, corsError: string | null): boolean =>
  verdict === 'depends' && corsError !== null && codes.includes(corsError)

/** Firefox's word for whatever is not CORS's doing, though it stands among its words for CORS. */
const NETWORK = 'CORSDidNotSucceed'

function agreementOnCode({ codes }: JudgedExchange, corsError: string | null): Agreement {
  if (corsError === null || !codes.includes(corsError)) return 'wrong'
  if (codes.length === 1) return 'exact'
  return new Set(codes.map(sameFailure)).size <= 2 ? 'narrowed' : 'wrong'
}

/** Firefox names a redirected preflight in two ways; which of them depends on the redirect mode, which no recording has. */
const sameFailure = (code: string): string =>
  code === 'CORSExternalRedirectNotAllowed' ? 'CORSPreflightDidNotSucceed' : code

/** A case that is blocked but reported by nothing is wrong too. */
const worst = (agreements: readonly Agreement[]): Agreement =>
  (['wrong', 'narrowed', 'exact'] as const).find((agreement) => agreements.includes(agreement)) ?? 'wrong'
