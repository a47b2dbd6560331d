import type { ListState } from '../state/list-state.ts'
import { kindOf } from '../state/verdict-kind.ts'
import type { Foldable } from './list-items.ts'

/** Problems with more lines are folded at first, and all of them where there are so many. */
const MANY_LINES = 5
const MANY_PROBLEMS = 8

/**
 * Returns whether the lines under one are folded: as the user wants it, else as it was decided when the line first appeared, so
 * that nothing folds or unfolds by itself. `decided` keeps that.
 */
export const foldingBy =
  ({ allFolded, folded }: Pick<ListState, 'allFolded' | 'folded'>, decided: Map<string, boolean>) =>
  (line: Foldable): boolean => {
    const first = decided.get(line.id) ?? isFoldedAtFirst(line)
    decided.set(line.id, first)
    return folded.get(line.id) ?? allFolded ?? first
  }

function isFoldedAtFirst({ type, example, lines, problems }: Foldable): boolean {
  if (type === 'repeat') return true
  const kind = kindOf(example)
  const isFine = kind === 'shared' || kind === 'not cors'
  // A problem of one line says all that line would.
  return isFine || lines === 1 || lines > MANY_LINES || problems > MANY_PROBLEMS
}
