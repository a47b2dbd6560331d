import * as all from './index.ts'
import type { AnyRootCause } from './root-cause.ts'

/** The id of a root cause. */
export type RootCauseId = (typeof all)[keyof typeof all]['id']

/** Every root cause, in no particular order. A cause with an unknown id in `yieldsTo` doesn't compile here. */
export const causes: readonly AnyRootCause<RootCauseId>[] = Object.values(all)
