import { describe, expect, it } from 'vitest'
import type { Failure } from '../../src/fetch/main-fetch.ts'
import type { Change } from '../../src/rules/change.ts'
import { explainFailure, type RuleId } from '../../src/rules/index.ts'
import type { AnyRule } from '../../src/rules/rule.ts'
import type { Text } from '../../src/text/text.ts'

/** A failure that the rule explains: its summary, and what would fix it. */
export interface Match {
  readonly failure: Failure
  readonly summary: string
  readonly fix: readonly Change[]
  /** Words that its detail must have. */
  readonly detail?: RegExp
}

/** A failure that another rule explains. */
export interface Ignored {
  readonly failure: Failure
  readonly by: RuleId
}

/** Returns the words of a text, with values in backticks. */
export const words = (text: Text): string =>
  text
    .map((inline) =>
      typeof inline === 'string' ? inline : 'code' in inline ? `\`${inline.code}\`` : inline.text,
    )
    .join('')

/** Reports whether a text has no gap where a value should be. */
export const isFilledIn = (text: Text): boolean =>
  text.every((inline) =>
    typeof inline === 'string'
      ? !/undefined|\[object/.test(inline)
      : 'code' in inline && typeof inline.code === 'string',
  )

/** Tests that a rule is the one that explains some failures, how, and that it leaves others to other rules. */
export function testRule(
  rule: AnyRule,
  cases: {
    readonly matches: readonly [Match, ...Match[]]
    readonly ignores: readonly [Ignored, ...Ignored[]]
  },
): void {
  describe(rule.id, () => {
    it.each(cases.matches)('explains: $summary', ({ failure, summary, fix, detail }) => {
      const { rule: explaining, args } = explainFailure(failure)
      expect(explaining.id).toBe(rule.id)
      const brief = words(rule.brief(args))
      expect(brief).toMatch(/[^.?!]$/)
      expect(brief.length).toBeLessThan(summary.length)
      expect(words(rule.summary(args))).toBe(summary)
      expect(summary.replaceAll('`', '').length).toBeLessThanOrEqual(110)
      expect(rule.fix(args)).toEqual(fix)
      const [first] = rule.evidence(args)
      expect(first).toBeDefined()
      const said = words(rule.detail(args))
      expect(said).toMatch(/^[A-Z`].*[.?]$/s)
      if (detail !== undefined) expect(said).toMatch(detail)
    })

    it.each(cases.ignores)('leaves a failure to $by', ({ failure, by }) => {
      expect(by).not.toBe(rule.id)
      expect(explainFailure(failure).rule.id).toBe(by)
    })
  })
}
