import type { Edit } from './edit.ts'
import type { Find } from './find.ts'

/** What a program needs to put the code of one generator in place; people read the same in its `where`. */
export interface Placement {
  /** The generators that it's for. */
  readonly ids: readonly string[]
  /** What has to go first, in this order: a pattern may find what the one before it left. */
  readonly removals: readonly Find[]
  /** Returns the changes that put this code in place. */
  readonly edits: (code: string) => readonly Edit[]
}

/** Returns a placement as it is; its type is checked here. */
export const definePlacement = (placement: Placement): Placement => placement

/** Returns the two parts of a snippet around the first line that begins with `mark`, which opens the second. */
export function splitAt(code: string, mark: string): readonly [string, string] {
  const at = code.search(new RegExp(`^${mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'm'))
  return at === -1 ? [code, ''] : [`${code.slice(0, at).trimEnd()}\n`, code.slice(at)]
}
