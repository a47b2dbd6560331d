import { hostOf } from '../../evidence/address.ts'
import type { Confidence } from '../../evidence/confidence.ts'
import { failure } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { type StatusZero, statusZero } from '../../reading/status-zero.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, type Inline, type Text, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause, type RootCause } from '../root-cause.ts'

/** The request that failed. */
export interface FailedRequest {
  readonly entry: HarEntry
  /** The browser's name for the failure, or null. */
  readonly error: string | null
  readonly host: Inline
  /** "The browser reports …", or null if it doesn't report an error. */
  readonly reported: Text | null
}

/** One kind of network failure: how browsers report it, and its explanation. */
interface NetworkFailure<Id extends string, Other extends string> {
  readonly id: Id
  readonly after?: readonly Other[]
  readonly yieldsTo?: readonly Other[]
  /** The browsers' names for it. */
  readonly named: RegExp
  /** Its sign in Firefox, whose recordings contain no error names. */
  readonly shown?: readonly StatusZero[]
  /** How certain that sign is. */
  readonly shownConfidence?: Confidence
  summary(request: FailedRequest): Text
  brief(request: FailedRequest): Text
  detail(request: FailedRequest): Text
}

/** Returns the root cause for one kind of network failure. */
export const networkFailure = <const Id extends string, const Other extends string = never>({
  id,
  after = [],
  yieldsTo = [],
  named,
  shown = [],
  shownConfidence = 'medium',
  summary,
  brief,
  detail,
}: NetworkFailure<Id, Other>): RootCause<Id, FailedRequest, Other> =>
  defineRootCause({
    id,
    family: 'network',
    after,
    yieldsTo,
    recognize: (verdict) => {
      const found = namedError(verdict, named) ?? unnamed(verdict, shown)
      // If there is a response, the body failed.
      if (found === null || found.entry.response.status > 0) return null
      const { entry, error } = found
      const reported = error === null ? null : text`The browser reports ${code(error)}`
      return { entry, error, host: code(hostOf(entry.request.url)), reported }
    },
    confidence: ({ error }) => (error === null ? shownConfidence : 'high'),
    summary,
    brief,
    detail,
    evidence: ({ entry }) => failure(entry),
  })

function unnamed(verdict: Verdict, shown: readonly StatusZero[]) {
  const zero = statusZero(verdict)
  return zero !== null && shown.includes(zero.shown) ? { entry: zero.entry, error: null } : null
}
