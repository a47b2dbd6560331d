import { get } from './header-list.ts'
import type { CredentialsMode } from './request.ts'
import type { FetchResponse } from './response.ts'
import type { FailedStep } from './steps.ts'

/** What the CORS check reads of a request: its serialized origin ("null" when tainted) and credentials mode. */
export interface CorsCheckRequest {
  readonly origin: string
  readonly credentialsMode: CredentialsMode
}

/**
 * Returns null for success, or the step at which the CORS check fails.
 * https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheck(request: CorsCheckRequest, response: FetchResponse): FailedStep | null {
  // 1. Let origin be the result of getting `Access-Control-Allow-Origin` from response’s header list.
  const origin = get(response.headerList, 'Access-Control-Allow-Origin')
  // 2. If origin is null, then return failure.
  if (origin === null) return 'CORS check: no origin'
  // 3. If request’s credentials mode is not "include" and origin is `*`, then return success.
  if (request.credentialsMode !== 'include' && origin === '*') return null
  // 4. If the result of byte-serializing a request origin with request is not origin, then return failure.
  if (request.origin !== origin) return 'CORS check: origin differs'
  // 5. If request’s credentials mode is not "include", then return success.
  if (request.credentialsMode !== 'include') return null
  // 6. Let credentials be the result of getting `Access-Control-Allow-Credentials`.
  const credentials = get(response.headerList, 'Access-Control-Allow-Credentials')
  // 7. If credentials is `true`, then return success. 8. Return failure.
  return credentials === 'true' ? null : 'CORS check: credentials'
}
