import type { RowResult } from '../../checks/row-result.ts'
import type { Text } from '../../internal.ts'
import { rowWords } from './row-words.ts'

/** What is wrong with a check of a list, for programs that show one message per line of a file. */
export interface RowFinding {
  /** A rule of CORS, or one of {@link ownRules}. */
  readonly rule: string
  readonly words: Text
  readonly result: RowResult
}

/** Returns a finding for each check that didn't come out as expected. */
export const rowFindings = (results: readonly RowResult[]): readonly RowFinding[] =>
  results
    .filter(({ asExpected }) => !asExpected)
    .map((result) => ({ rule: ruleOf(result), words: rowWords(result), result }))

function ruleOf({ outcome, rules }: RowResult): string {
  if (outcome === 'blocked') return rules[0] ?? 'check-blocked'
  return outcome === 'allowed' || outcome === 'preflight allowed' ? 'check-allowed' : 'check-failed'
}

/** What such a finding means where no rule of CORS is behind it. */
export const ownRules: Readonly<Record<string, string>> = {
  'check-allowed': 'A request is allowed that the list of checks expects to be blocked.',
  'check-blocked': 'A request is blocked that the list of checks expects to be allowed.',
  'check-failed': 'A request got no response, or failed for a reason other than CORS, or was not sent.',
}
