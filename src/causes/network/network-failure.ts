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
  /** What the browser calls the failure; null where it names none. */
  readonly error: string | null
  readonly host: Inline
  /** "The browser reports …", or null where it names no error. */
  readonly reported: Text | null
}

/** One kind of failure of the network: how browsers show it, and what to say of it. */
interface NetworkFailure<Id extends string, Other extends string> {
  readonly id: Id
  readonly after?: readonly Other[]
  readonly yieldsTo?: readonly Other[]
  /** The browsers' names of it. */
  readonly named: RegExp
  /** What Firefox, whose recordings name no error, shows of it. */
  readonly shown?: readonly StatusZero[]
  /** How far that settles it. */
  readonly shownConfidence?: Confidence
  summary(request: FailedRequest): Text
  detail(request: FailedRequest): Text
}

/** Returns the root cause that is one kind of failure of the network. */
export const networkFailure = <const Id extends string, const Other extends string = never>({
  id,
  after = [],
  yieldsTo = [],
  named,
  shown = [],
  shownConfidence = 'medium',
  summary,
  detail,
}: NetworkFailure<Id, Other>): RootCause<Id, FailedRequest, Other> =>
  defineRootCause({
    id,
    family: 'network',
    after,
    yieldsTo,
    recognize: (verdict) => {
      const found = namedError(verdict, named) ?? unnamed(verdict, shown)
      // With a response, it is the body that failed.
      if (found === null || found.entry.response.status > 0) return null
      const { entry, error } = found
      const reported = error === null ? null : text`The browser reports ${code(error)}`
      return { entry, error, host: code(hostOf(entry.request.url)), reported }
    },
    confidence: ({ error }) => (error === null ? shownConfidence : 'high'),
    summary,
    detail,
    evidence: ({ entry }) => failure(entry),
  })

function unnamed(verdict: Verdict, shown: readonly StatusZero[]) {
  const zero = statusZero(verdict)
  return zero !== null && shown.includes(zero.shown) ? { entry: zero.entry, error: null } : null
}
