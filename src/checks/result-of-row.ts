import type { CheckMessage, NoRequest } from '../check/play-check.ts'
import type { Diagnosis } from '../diagnose.ts'
import { problemLine } from '../explain/problem-line.ts'
import type { CheckedUrl } from '../library/check-url.ts'
import { code, type Text, text } from '../text/text.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import type { CheckRow } from './check-row.ts'
import type { RowOutcome, RowResult } from './row-result.ts'

/** Returns what a check of a list came to, from what was sent and received for it. */
export function resultOfRow(row: CheckRow, checked: CheckedUrl | NoRequest): RowResult {
  if ('typeError' in checked)
    return {
      row,
      examined: null,
      diagnosis: null,
      outcome: 'not sent',
      reason: text`fetch() refuses to send it: ${checked.typeError}`,
      codes: [],
      rules: [],
      asExpected: false,
    }
  const { examined, messages } = checked
  const [diagnosis = null] = examined.diagnoses
  const { outcome, reason } = whatHappened(diagnosis, messages)
  const isBlocked = diagnosis !== null && outcome === 'blocked'
  const codes = isBlocked ? diagnosis.verdict.engines[row.engine ?? 'chromium'].codes.map(String) : []
  const rules = isBlocked ? failingChecks(diagnosis.verdict).map(({ finding }) => finding.rule.id) : []
  const { code } = row.expect
  const asExpected =
    row.expect.outcome === 'blocked'
      ? isBlocked && (code === null || [...codes, ...rules].includes(code))
      : outcome === 'allowed' || outcome === 'preflight allowed'
  return { row, examined, diagnosis, outcome, reason, codes, rules, asExpected }
}

function whatHappened(
  diagnosis: Diagnosis | null,
  messages: readonly CheckMessage[],
): { readonly outcome: RowOutcome; readonly reason: Text } {
  const last = messages.at(-1)
  // It quotes what a server sent.
  if (last?.response !== undefined && last.response !== null && 'fault' in last.response)
    return { outcome: 'failed', reason: [code(last.response.message)] }
  const reason = diagnosis === null ? null : problemLine({ example: diagnosis, all: [diagnosis] }).reason
  if (diagnosis?.verdict.type === 'blocked') return { outcome: 'blocked', reason: reason ?? [] }
  switch (last?.notSent ?? null) {
    case 'may change state':
    case 'preflight only': {
      const why = last?.notSent === 'preflight only' ? '--dry-run' : 'without --send'
      const [first] = messages
      return first?.phase === 'preflight' && first.response !== null
        ? { outcome: 'preflight allowed', reason: text`preflight allowed; the request isn't sent ${why}` }
        : { outcome: 'not sent', reason: text`${last?.request.method ?? ''} isn't sent ${why}` }
    }
    case 'mixed content':
      return { outcome: 'blocked', reason: text`mixed content (https page, http URL)` }
    default:
      break
  }
  return diagnosis?.verdict.type === 'shared' || diagnosis?.verdict.type === 'not-cors'
    ? { outcome: 'allowed', reason: reason ?? [] }
    : { outcome: 'failed', reason: reason ?? text`nothing was sent` }
}
