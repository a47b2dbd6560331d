import { refusedHeaderNames } from '../fetch/cors-preflight-fetch.ts'
import { get } from '../fetch/header-list.ts'
import { standard } from '../fetch/implementation.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import type { Change } from './change.ts'
import { requestHeaderReference, responseHeaderReference } from './rule.ts'

/** What every rule about refused request headers reads. */
export interface RefusedHeaders {
  /** The names that the preflight response doesn't allow; at least one. */
  readonly names: readonly string[]
  /** `Access-Control-Allow-Headers`, or null if the response has none. */
  readonly value: string | null
}

/** Returns the refused request headers of a failure of the step "unsafe request-header name". */
export function refusedHeaders({ preflightRequest, response }: Failure): RefusedHeaders {
  const value = get(response?.headerList ?? [], 'Access-Control-Allow-Headers')
  if (preflightRequest === null || response === null) return { names: [], value }
  // Engines let `*` cover `Authorization`; if one of them failed, `Authorization` alone wasn't the reason.
  const lenient = refusedHeaderNames(preflightRequest, response, {
    ...standard,
    wildcardCoversAuthorization: true,
  })
  const strict = refusedHeaderNames(preflightRequest, response, standard)
  return { names: lenient.length > 0 ? lenient : strict, value }
}

/** The evidence of all these rules: the allowed and the requested names. */
export const refusedHeadersEvidence = () => [
  responseHeaderReference('Access-Control-Allow-Headers'),
  requestHeaderReference('Access-Control-Request-Headers'),
]

/** Returns the changes that fix them: each refused name, and no more. */
export function allowTheseHeaders({ names }: RefusedHeaders): readonly [Change, ...Change[]] {
  const [first, ...rest] = names.map((name): Change => ({ type: 'allow header', name }))
  return [first ?? { type: 'client', what: 'request header' }, ...rest]
}
