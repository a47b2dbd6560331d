import type { Failure } from '../fetch/main-fetch.ts'
import { isRedirectStatus } from '../fetch/response.ts'

/** What a sentence calls the response that failed. */
export type ResponseName = 'preflight response' | 'redirect response' | 'response'

/** Returns what a sentence calls the response of a failure. */
export function responseName({ phase, response }: Failure): ResponseName {
  if (phase === 'preflight') return 'preflight response'
  return response !== null && isRedirectStatus(response.status) ? 'redirect response' : 'response'
}
