import type { Bug } from '../../bug.ts'
import type { Text } from '../../text/text.ts'

/** A policy that this framework can't implement, or not safely. It's never replaced by a wider one. */
export interface Unsupported {
  readonly type: 'unsupported'
  readonly why: Text
  /** What threw, if that is the reason. */
  readonly bug?: Bug
}
