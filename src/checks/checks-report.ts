import { plainRequest } from '../check/check-request.ts'
import type { EngineId } from '../engines/engine-id.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { redactText } from '../redact/redact-text.ts'
import type { ExchangeReport } from '../report/report.ts'
import { exchangeReport } from '../report/to-report.ts'
import { plain } from '../text/plain.ts'
import type { RowOutcome, RowResult } from './row-result.ts'

/** What `whycors check --file FILE --format json` prints. */
export interface ChecksReport {
  readonly format: 1
  readonly tool: { readonly name: 'whycors'; readonly version: string }
  /** The list of checks. */
  readonly file: string
  readonly asExpected: number
  readonly notAsExpected: number
  readonly checks: readonly CheckReport[]
}

/** One check of the list. */
export interface CheckReport {
  /** The line on which it begins, from 1. */
  readonly line: number
  readonly method: string
  readonly url: string
  /** Of the page. */
  readonly origin: string
  /** Whose rules apply. */
  readonly engine: EngineId
  readonly expected: { readonly outcome: 'allowed' | 'blocked'; readonly code: string | null }
  /**
   * "preflight allowed": the preflight passed, and the request itself wasn't sent. "failed": there is no response, or it
   * failed for a reason other than CORS. "not sent": nothing was.
   */
  readonly outcome: RowOutcome
  /** The reason in a few words. */
  readonly reason: string
  /** The codes of the engine, if it was blocked; one if it's decided. */
  readonly codes: readonly string[]
  /** The rules behind it, the first failing first. */
  readonly rules: readonly string[]
  readonly asExpected: boolean
  /** The exchange as `explain` reports it; null if nothing was sent. */
  readonly exchange: ExchangeReport | null
}

/** How the report shows what it is about. */
export interface ChecksReportOptions {
  readonly file: string
  readonly version: string
  readonly redaction: Redaction
}

/** Returns the JSON report of a list of checks, secrets masked. */
export const checksReport = (results: readonly RowResult[], options: ChecksReportOptions): ChecksReport => ({
  ...checksHead(results, options),
  checks: results.map((one) => checkReport(one, options.redaction)),
})

/** Returns the report without the checks. */
export function checksHead(
  results: readonly RowResult[],
  { file, version, redaction }: ChecksReportOptions,
): Omit<ChecksReport, 'checks'> {
  const asExpected = results.filter((one) => one.asExpected).length
  return {
    format: 1,
    tool: { name: 'whycors', version },
    file: redaction.value(file),
    asExpected,
    notAsExpected: results.length - asExpected,
  }
}

/** Returns one check of the report. */
export function checkReport(
  { row, outcome, reason, codes, rules, asExpected, diagnosis }: RowResult,
  redaction: Redaction,
): CheckReport {
  return {
    line: row.line,
    method: redaction.value(row.method),
    url: redaction.url(row.url),
    origin: redaction.value(row.origin),
    engine: row.engine ?? plainRequest.engine,
    expected: row.expect,
    outcome,
    reason: plain(redactText(reason, redaction), (value) => value),
    codes,
    rules,
    asExpected,
    exchange: diagnosis === null ? null : exchangeReport(diagnosis, redaction),
  }
}
