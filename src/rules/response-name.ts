import type { Failure } from '../fetch/main-fetch.ts'
import { isRedirectStatus } from '../fetch/response.ts'

/** The words for the response that failed. */
export type ResponseName = 'preflight response' | 'redirect response' | 'response'

/** Returns the words for the response of a failure. */
export function responseName({ phase, response }: Failure): ResponseName {
  if (phase === 'preflight') return 'preflight response'
  return response !== null && isRedirectStatus(response.status) ? 'redirect response' : 'response'
}
