import type { Comparison } from './compare.ts'
import type { EngineSession, JudgedCase } from './engine-session.ts'
import { simplify } from './simplify.ts'

/** Compares the browser's verdicts on cases with what WhyCORS makes of one form of them. */
export type JudgeForm = (session: EngineSession, cases: readonly JudgedCase[]) => Promise<Comparison[]>

/**
 * Returns the simplest case found that WhyCORS gets wrong while the browser gives the same verdict: the variants of a
 * case run in the same session, the first that is still wrong replaces it, until none is.
 */
export async function shrink(
  session: EngineSession,
  wrong: Comparison,
  judgeForm: JudgeForm,
): Promise<Comparison> {
  let smallest = wrong
  for (let round = 1; round <= 60; round++) {
    const variants = simplify(smallest.case).map((variant, index) => ({
      ...variant,
      id: `${wrong.case.id}-${round}-${index}`,
    }))
    const judged = await session.run(variants)
    const comparisons = await judgeForm(session, judged)
    const next = comparisons.find((comparison) => isSameFault(comparison, wrong))
    if (!next) break
    smallest = next
  }
  return smallest
}

const isSameFault = (a: Comparison, b: Comparison): boolean =>
  a.agreement === 'wrong' &&
  a.verdict.outcome === b.verdict.outcome &&
  a.verdict.corsError === b.verdict.corsError
