import type { NetworkFault, WireResponse } from '../check/wire.ts'
import { get, type HeaderList, trimOws, valuesOf } from '../fetch/header-list.ts'
import type { Probe } from './probe.ts'

/** The result of one probe. */
export interface Answer {
  /** Its place among all probes of the audit. */
  readonly index: number
  readonly probe: Probe
  /** Null if the request wasn't sent, or there was no response. */
  readonly response: WireResponse | null
  /** Why there is no response. */
  readonly why: NotAnswered | null
  /** What stands in front of the API and made the response itself, if that shows: the request didn't reach the API. */
  readonly madeBefore: string | null
}

/** Why a probe has no response: it wasn't needed, the audit had ended, or the network failed. */
export type NotAnswered = { readonly notSent: 'not needed' | 'stopped' } | NetworkFault

/** Returns the headers of a response, none if there is no response. */
export const headersOf = ({ response }: Answer): HeaderList =>
  response === null ? [] : response.headers.map(([name, value]) => ({ name, value: trimOws(value) }))

/** Returns the combined value of a response header, or null. */
export const headerOf = (answer: Answer, name: string): string | null => get(headersOf(answer), name)

/** Returns the items of a list header of a response, in lowercase. */
export const itemsOf = (answer: Answer, name: string): readonly string[] =>
  valuesOf(headersOf(answer), name)
    .flatMap((line) => line.split(','))
    .map((item) => trimOws(item).toLowerCase())
    .filter((item) => item !== '')

/** Reports whether a response has `Access-Control-Allow-Credentials: true`. */
export const withCredentials = (answer: Answer): boolean =>
  headerOf(answer, 'Access-Control-Allow-Credentials') === 'true'

/** Reports whether a response allows its request's origin by name, not by `*`. */
export const allowsByName = (answer: Answer): boolean =>
  answer.probe.origin !== null && headerOf(answer, 'Access-Control-Allow-Origin') === answer.probe.origin

/** Reports whether a response allows every origin by `*`. */
export const allowsAll = (answer: Answer): boolean => headerOf(answer, 'Access-Control-Allow-Origin') === '*'

/** Reports whether a preflight passes, as far as its origin decides that. */
export const passes = (preflight: Answer): boolean =>
  (allowsByName(preflight) || allowsAll(preflight)) &&
  preflight.response !== null &&
  preflight.response.status < 300

/**
 * Reports whether a response shows how the CORS configuration handles its request. A response without the header proves
 * nothing if it may come from a rate limit, a server error or a layer in front.
 */
export const isConclusive = (answer: Answer): boolean =>
  answer.response !== null &&
  (headerOf(answer, 'Access-Control-Allow-Origin') !== null ||
    (answer.response.status !== 429 && answer.response.status < 500 && answer.madeBefore === null))
