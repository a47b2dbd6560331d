import { failedPreflightStep } from '../fetch/cors-preflight-fetch.ts'
import { get } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import type { CredentialsMode } from '../fetch/request.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { requestedHeaderNames } from './is-preflight.ts'
import { preflightUrl } from './preflight-url.ts'

/** Whether a preflight passed all checks: 'open' if that depends on the credentials mode. */
export type PreflightResult = 'passed' | 'refused' | 'open'

/** Returns the method that a preflight is for, or '' if it isn't recorded. */
export const requestedMethod = ({ request }: HarEntry): string =>
  get(request.headers, 'Access-Control-Request-Method') ?? ''

/** Returns the result of a preflight, by the checks of CORS-preflight fetch for each possible credentials mode. */
export function preflightResult(
  preflight: HarEntry,
  implementation: Implementation,
  modes: readonly CredentialsMode[] = ['same-origin', 'include'],
): PreflightResult {
  const { request, response } = preflight
  const names = requestedHeaderNames(preflight)
  const method = requestedMethod(preflight)
  const asked = {
    url: preflightUrl(request.url),
    origin: get(request.headers, 'Origin') ?? '',
    method,
    unsafeHeaderNames: names,
    hasAuthorization: names.includes('authorization'),
    useCorsPreflightFlag: names.length === 0 && isCorsSafelistedMethod(method),
  }
  const answer = { status: response.status, headerList: response.headers }
  const failed = modes.map(
    (credentialsMode) => failedPreflightStep({ ...asked, credentialsMode }, answer, implementation) !== null,
  )
  if (failed.every((one) => !one)) return 'passed'
  return failed.every((one) => one) ? 'refused' : 'open'
}
