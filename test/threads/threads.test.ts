import { describe, expect, it } from 'vitest'
import { rootCausesOf } from '../../src/causes/root-causes-of.ts'
import { siblingsAmong } from '../../src/reading/siblings.ts'
import { failingChecks } from '../../src/verdict/failing-checks.ts'
import { failOnBug } from '../fail-on-bug.ts'
import { verdictsOf } from '../make-har.ts'
import type { Thread } from './thread.ts'
import { THREADS } from './threads.ts'

/** The ids of the rules and causes of the last fetch of a thread, the first cause first. */
function found({ entries, creator }: Thread) {
  const verdicts = verdictsOf(entries, creator)
  const verdict = verdicts.at(-1)
  if (verdict === undefined) throw new Error('no fetch')
  const causes = rootCausesOf(verdict, siblingsAmong(verdicts), failOnBug)
  return {
    rules: failingChecks(verdict).map(({ finding }) => finding.rule.id),
    causes: causes.map(({ id }) => id),
    contradicts: verdict.type === 'shared',
  }
}

describe('reports whose cause was confirmed', () => {
  it('are at least sixty', () => expect(THREADS.length).toBeGreaterThanOrEqual(60))

  it('the first cause is the confirmed one in nine of ten', () => {
    const missed = THREADS.flatMap((thread) => {
      const { causes, rules } = found(thread)
      const isRight = thread.confirmed.some(
        (id) => causes[0] === id || (causes.length === 0 && rules.includes(id)),
      )
      return isRight
        ? []
        : [
            `${thread.about}: ${causes[0] ?? rules[0] ?? 'nothing'} instead of ${thread.confirmed.join(' or ')}`,
          ]
    })
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(THREADS.length / 10)
  })

  it.each(THREADS.map((thread) => [thread.about, thread] as const))('%s isn’t contradicted', (_, thread) => {
    const { causes, contradicts } = found(thread)
    expect(contradicts).toBe(false)
    for (const wrong of thread.never ?? []) expect(causes).not.toContain(wrong)
  })
})
