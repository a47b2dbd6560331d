import type { Outcome } from './outcome.ts'

/** How many requests of one kind had which outcome in a recording. */
export type Counts = Readonly<Record<Outcome, number>>

/** How a kind of request changed from one recording to the other. */
export type Change = 'fixed' | 'broken' | 'stillBlocked' | 'appeared' | 'gone' | 'unclear' | 'unchanged'

/** Returns the change between two recordings; null means that a recording has no such request. */
export function changeOf(before: Counts | null, after: Counts | null): Change {
  if (before === null) return after === null ? 'unchanged' : 'appeared'
  if (after === null) return 'gone'
  if (after.blocked > 0) {
    if (before.blocked === 0) return before.allowed > 0 ? 'broken' : 'unclear'
    return before.allowed > 0 && after.allowed + after.unclear === 0 ? 'broken' : 'stillBlocked'
  }
  if (before.blocked > 0) return after.unclear === 0 ? 'fixed' : 'unclear'
  return before.allowed > 0 && after.allowed === 0 ? 'unclear' : 'unchanged'
}
