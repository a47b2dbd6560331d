import type { Bug } from '../../bug.ts'
import type { Text } from '../../text/text.ts'

/** A policy that this framework cannot keep, or not safely; it is never widened instead. */
export interface Unsupported {
  readonly type: 'unsupported'
  readonly why: Text
  /** What threw, where that is the reason. */
  readonly bug?: Bug
}
