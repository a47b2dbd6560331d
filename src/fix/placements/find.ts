import type { Pattern } from './edit.ts'

/**
 * How much goes with a match: itself, its line, its statement or directive, the call or list item that begins there
 * with the comma beside it, or the block that opens there.
 */
export type Extent = 'match' | 'line' | 'statement' | 'call' | 'block'

/** Something in a project that a snippet replaces, whatever the case of its letters. */
export interface Find {
  readonly find: Pattern
  readonly takes: Extent
}
