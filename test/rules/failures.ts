import { standard } from '../../src/fetch/implementation.ts'
import { type Failure, mainFetch } from '../../src/fetch/main-fetch.ts'
import type { FetchRequest } from '../../src/fetch/request.ts'
import { fetchRequest, type Hop, network, PAGE, response } from '../fetch/records.ts'

export const ALLOW = `Access-Control-Allow-Origin: ${PAGE}`
export const METHODS = 'Access-Control-Allow-Methods'
export const NAMES = 'Access-Control-Allow-Headers'
export const TRUE = 'Access-Control-Allow-Credentials: true'

/** Returns where the standard gives up on a fetch of the page, given what the servers answer at each hop. */
export function failureOf(parts: Partial<FetchRequest>, ...hops: readonly Hop[]): Failure {
  const outcome = mainFetch(fetchRequest(parts), network(...hops), standard)
  if (outcome.type !== 'blocked') throw new Error(`not blocked but ${outcome.type}`)
  return outcome.failure
}

/** Returns the failure of the page's GET, answered with 200 and these header lines. */
export const answered = (...lines: readonly string[]): Failure =>
  failureOf({}, { actual: response(200, ...lines) })

/** Returns the same with the credentials mode "include". */
export const withCredentials = (...lines: readonly string[]): Failure =>
  failureOf({ credentialsMode: 'include' }, { actual: response(200, ...lines) })

/** Returns the failure of a preflight for a request with these parts, answered with 204 and these lines. */
export const preflighted = (parts: Partial<FetchRequest>, ...lines: readonly string[]): Failure =>
  failureOf(parts, { preflight: response(204, ALLOW, ...lines) })

/** Returns the failure of the page's GET that is redirected, with the CORS check passed. */
export const redirectedTo = (location: string, parts: Partial<FetchRequest> = {}, status = 302): Failure =>
  failureOf(parts, { actual: response(status, ALLOW, `Location: ${location}`) })
