import { get, valuesOf } from '../fetch/header-list.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import type { Text } from '../text/text.ts'
import { code, text } from '../text/text.ts'
import type { Change } from './change.ts'
import { type ResponseName, responseName } from './response-name.ts'
import { requestHeaderReference, responseHeaderReference } from './rule.ts'

/** What every rule about a different `Access-Control-Allow-Origin` reads. */
export interface AllowOriginArgs {
  readonly response: ResponseName
  /** The combined value of the header. */
  readonly value: string
  /** The request's origin, serialized: "null" once a redirect tainted it. */
  readonly origin: string
  /** The request's origin before any taint. */
  readonly page: string
}

/** Returns what a rule about `Access-Control-Allow-Origin` reads. Precondition: the response has the header. */
export const allowOriginArgs = (failure: Failure): AllowOriginArgs => ({
  response: responseName(failure),
  value: get(failure.response?.headerList ?? [], 'Access-Control-Allow-Origin') ?? '',
  origin: failure.serializedOrigin,
  page: failure.request.origin,
})

/** Returns the header's values, one per line. */
export const allowOriginLines = ({ response }: Failure): readonly string[] =>
  valuesOf(response?.headerList ?? [], 'Access-Control-Allow-Origin')

/** The evidence of all these rules: the header, and the origin that it is compared with. */
export const allowOriginEvidence = () => [
  responseHeaderReference('Access-Control-Allow-Origin'),
  requestHeaderReference('Origin'),
]

/** Returns the change that fixes them: exactly this origin; never `null`, which any site can have. */
export function allowThisOrigin({
  origin,
  page,
}: Pick<AllowOriginArgs, 'origin' | 'page'>): readonly [Change] {
  if (origin !== 'null') return [{ type: 'allow origin', origin }]
  return [{ type: 'client', what: page === 'null' ? 'page origin' : 'request URL' }]
}

/** Returns what to do instead of allowing `null`, in the words of all these rules. */
export const neverAllowNull = (page: string): Text =>
  page === 'null'
    ? text`The page was opened from disk (${code('file://')}) or runs in a sandboxed frame, so its origin is ${code('null')}. Serve it from ${code('http://localhost')}, or give the frame ${code('allow-same-origin')}. Don't allow ${code('null')}: any site can send it.`
    : text`A redirect to another origin made the browser send ${code('null')} instead of ${code(page)}. Call the final URL directly. Don't allow ${code('null')}: any site can send it.`

/** Returns the one accepted value, in the words of all these rules. */
export const exactly = (origin: string): Text => text`The value must be exactly ${code(origin)}.`
