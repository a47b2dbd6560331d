import type { ListState } from '../state/list-state.ts'
import { kindOf } from '../state/verdict-kind.ts'
import type { Foldable } from './list-items.ts'

/** Problems with more rows are initially folded, and all of them if there are this many. */
const MANY_LINES = 5
const MANY_PROBLEMS = 8

/**
 * Reports whether a row's children are folded: by the user's choice, else as decided when the row first appeared, so that
 * nothing folds or unfolds by itself. `decided` stores that.
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
  // A problem with a single row already shows everything in it.
  return isFine || lines === 1 || lines > MANY_LINES || problems > MANY_PROBLEMS
}
