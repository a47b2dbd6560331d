import type { Diagnosis } from '../diagnose.ts'
import type { Examined } from '../report/to-report.ts'
import type { Text } from '../text/text.ts'
import type { CheckRow } from './check-row.ts'

/**
 * What became of a request. "preflight allowed": its preflight passed, and the request itself wasn't sent. "failed": there
 * is no response, or it failed for a reason other than CORS. "not sent": nothing was.
 */
export type RowOutcome = 'allowed' | 'blocked' | 'preflight allowed' | 'failed' | 'not sent'

/** What a check of a list came to. */
export interface RowResult {
  readonly row: CheckRow
  /** The recording of what was sent; null if there is no request to send. */
  readonly examined: Examined | null
  /** What was found out about its exchange; null if nothing was sent. */
  readonly diagnosis: Diagnosis | null
  readonly outcome: RowOutcome
  /** The reason in a few words. */
  readonly reason: Text
  /** The codes of the row's engine, if it was blocked. */
  readonly codes: readonly string[]
  /** The rules behind it, the first failing first. */
  readonly rules: readonly string[]
  readonly asExpected: boolean
}
