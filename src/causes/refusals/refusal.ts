import { hostNameOf, hostOf, pathOf } from '../../evidence/address.ts'
import type { Confidence } from '../../evidence/confidence.ts'
import type { Evidence } from '../../evidence/fact.ts'
import { requestHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import type { ResponseSign } from '../../knowledge/responders/responder.ts'
import { type BlockedBy, blockedBy } from '../../reading/blocked-by.ts'
import { holds, shownBy } from '../../reading/response-signs.ts'
import type { Siblings } from '../../reading/siblings.ts'
import { code, type Inline, type Text } from '../../text/text.ts'
import { type Configuration, defineRootCause, type RootCause } from '../root-cause.ts'

/** A response that is a known refusal, and the refused request. */
export interface Refused {
  readonly entry: HarEntry
  readonly status: number
  readonly isPreflight: boolean
  /** The page's origin, the method of the actual request, and the API's host and path, quoted. */
  readonly origin: Inline
  readonly method: Inline
  readonly host: Inline
  readonly path: Inline
  readonly certainty: Confidence
  readonly evidence: readonly Evidence[]
}

/** A sign of a refusal: a sign in a response, and a further condition. */
export interface RefusalSign extends ResponseSign {
  /** Which response has the sign. Default: either. */
  readonly phase?: 'preflight' | 'actual'
  /** A further condition on the response. */
  readonly also?: (entry: HarEntry, blocked: BlockedBy, siblings: Siblings) => boolean
}

/** One kind of refusal by a known program or service. */
interface Refusal<Id extends string, Other extends string> {
  readonly id: Id
  /** Where the signs are documented or implemented. */
  readonly source: string
  /** The first match is used. */
  readonly signs: readonly RefusalSign[]
  readonly configuration?: Configuration
  readonly yieldsTo?: readonly Other[]
  /** Whether a response with `Access-Control-Allow-Origin` may also be a refusal. */
  readonly evenWithAllowOrigin?: boolean
  summary(refused: Refused): Text
  detail(refused: Refused): Text
}

/** Returns the root cause for one kind of refusal. */
export const refusal = <const Id extends string, const Other extends string = never>({
  id,
  signs,
  configuration = 'fixes',
  yieldsTo = [],
  evenWithAllowOrigin = false,
  summary,
  detail,
}: Refusal<Id, Other>): RootCause<Id, Refused, Other> =>
  defineRootCause({
    id,
    family: 'refusals',
    yieldsTo,
    configuration,
    recognize: (verdict, siblings): Refused | null => {
      const blocked = blockedBy(verdict)
      if (blocked === null || (blocked.allowOrigin !== null && !evenWithAllowOrigin)) return null
      const { entry, phase } = blocked
      const sign = signs.find(
        (one) =>
          (one.phase ?? phase) === phase &&
          holds(one, entry) &&
          (one.also?.(entry, blocked, siblings) ?? true),
      )
      if (sign === undefined) return null
      return {
        entry,
        status: blocked.status,
        isPreflight: phase === 'preflight',
        origin: code(get(entry.request.headers, 'Origin') ?? verdictOrigin(verdict)),
        method: code(verdict.exchange.method),
        host: code(hostOf(entry.request.url)),
        path: code(pathOf(entry.request.url)),
        certainty: sign.certainty,
        evidence: [...shownBy(sign, entry), ...requestHeader(entry, 'Origin')],
      }
    },
    confidence: ({ certainty }) => certainty,
    summary,
    detail,
    evidence: ({ evidence }) => evidence,
  })

const verdictOrigin = ({
  exchange,
}: {
  readonly exchange: { readonly facts: { readonly origin: OriginFact } }
}) => (exchange.facts.origin.known ? (exchange.facts.origin.value ?? 'null') : 'the page')

type OriginFact = { readonly known: true; readonly value: string | null } | { readonly known: false }

/** Reports whether the host of a request is that of an API with this name or below it. */
export const isAt =
  (suffix: RegExp) =>
  ({ request }: HarEntry): boolean =>
    suffix.test(hostNameOf(request.url))
