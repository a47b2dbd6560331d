import type { RowResult } from '../../checks/row-result.ts'
import { code, grouped, type Text, text } from '../../internal.ts'

/** Returns what became of a check of a list, and what was expected instead, in a few words. */
export function rowWords({ row, outcome, reason, codes, asExpected }: RowResult): Text {
  const { expect } = row
  if (outcome === 'allowed') return asExpected ? text`allowed` : text`allowed, expected blocked`
  if (outcome === 'preflight allowed') return asExpected ? reason : text`expected blocked: ${reason}`
  if (outcome !== 'blocked') return text`${outcome}: ${reason}`
  if (asExpected) return text`blocked as expected: ${reason}`
  return expect.code === null
    ? text`blocked, expected allowed: ${reason}`
    : text`blocked with ${codesText(codes)}, expected ${code(expect.code)}: ${reason}`
}

const codesText = (codes: readonly string[]): Text =>
  codes.length === 0
    ? ['another code']
    : codes.flatMap((one, i) => (i === 0 ? [code(one)] : [' or ', code(one)]))

/** Returns how many checks came out as expected: "3 checks: 2 as expected, 1 not". */
export function tally(results: readonly RowResult[]): string {
  const good = results.filter(({ asExpected }) => asExpected).length
  const checks = `${grouped(results.length)} ${results.length === 1 ? 'check' : 'checks'}`
  const bad = results.length - good
  if (bad === 0) return `${checks}, ${results.length === 1 ? '' : 'all '}as expected`
  return `${checks}: ${grouped(good)} as expected, ${grouped(bad)} not`
}
