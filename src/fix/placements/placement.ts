import type { Edit } from './edit.ts'
import type { Find } from './find.ts'

/** What a program needs to install the code of one generator. People read the same in its `where`. */
export interface Placement {
  /** The generators that it's for. */
  readonly ids: readonly string[]
  /** What to remove first, in this order: a pattern may match what the previous one left. */
  readonly removals: readonly Find[]
  /** Returns the edits that install the code. */
  readonly edits: (code: string) => readonly Edit[]
}

/** Returns a placement unchanged, with its type checked. */
export const definePlacement = (placement: Placement): Placement => placement

/** Returns the two parts of a snippet around the first line that begins with `mark`, which opens the second. */
export function splitAt(code: string, mark: string): readonly [string, string] {
  const at = code.search(new RegExp(`^${mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'm'))
  return at === -1 ? [code, ''] : [`${code.slice(0, at).trimEnd()}\n`, code.slice(at)]
}
