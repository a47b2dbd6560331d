import type { Pattern } from './edit.ts'

/**
 * How much is removed with a match: only the match, its line, its statement or directive, the call or list item that
 * begins there with its comma, or the block that opens there.
 */
export type Extent = 'match' | 'line' | 'statement' | 'call' | 'block'

/** Something in a project that a snippet replaces. The pattern ignores case. */
export interface Find {
  readonly find: Pattern
  readonly takes: Extent
}
