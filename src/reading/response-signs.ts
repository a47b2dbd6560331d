import { hostNameOf } from '../evidence/address.ts'
import type { Evidence } from '../evidence/fact.ts'
import { errorBody, presentHeaders, status, url } from '../evidence/place.ts'
import { get, valuesOf } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { ResponseSign } from '../knowledge/responders/responder.ts'

/** Reports whether a response has a sign. */
export function holds(sign: ResponseSign, entry: HarEntry): boolean {
  const { response, request } = entry
  const { statuses, headers = {}, without = [], body, lengths, host } = sign
  if (statuses !== undefined && !isAmong(statuses, response.status)) return false
  // Hundreds of patterns would be compiled, only to see that there is nothing that they could be in.
  if (body !== undefined && response.errorBody === null) return false
  for (const name of Object.keys(headers)) if (valuesOf(response.headers, name).length === 0) return false
  if (without.some((name) => get(response.headers, name) !== null)) return false
  if (body !== undefined && !body.test(response.errorBody ?? '')) return false
  if (host !== undefined && !host.test(hostNameOf(request.url))) return false
  const isThere = ([name, pattern]: [string, RegExp]): boolean =>
    valuesOf(response.headers, name).some((value) => pattern.test(value))
  if (!Object.entries(headers).every(isThere)) return false
  if (lengths === undefined) return true
  const length = bodyLength(entry)
  const server = get(response.headers, 'Server') ?? ''
  const fitting = typeof lengths === 'function' ? lengths(response.status, server) : lengths
  return length !== null && fitting.includes(length)
}

const isAmong = (statuses: NonNullable<ResponseSign['statuses']>, one: number): boolean =>
  typeof statuses === 'function' ? statuses(one) : statuses.includes(one)

/** The length of the body before compression; Chrome doesn't record the size of blocked responses. */
function bodyLength({ response }: HarEntry): number | null {
  const length = get(response.headers, 'Content-Length')
  const isPlain = get(response.headers, 'Content-Encoding') === null
  if (length !== null && isPlain) return /^\d{1,9}$/.test(length) ? Number(length) : null
  return response.contentSize !== null && response.contentSize > 0 ? response.contentSize : null
}

/** Returns the evidence for a sign in a response. */
export const shownBy = (
  { headers = {}, lengths, body, host }: ResponseSign,
  entry: HarEntry,
): readonly Evidence[] => [
  status(entry),
  ...presentHeaders(entry, ...Object.keys(headers), ...(lengths === undefined ? [] : ['Content-Length'])),
  ...(body === undefined ? [] : [errorBody(entry, body.exec(entry.response.errorBody ?? '')?.[0] ?? '')]),
  ...(host === undefined ? [] : [url(entry)]),
]
