import { refusedHeaderNames } from '../fetch/cors-preflight-fetch.ts'
import { extractHeaderListValues, get } from '../fetch/header-list.ts'
import { type Implementation, type Redirecting, standard } from '../fetch/implementation.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import { includesCredentials, isHttpScheme } from '../fetch/origin.ts'
import { currentUrl } from '../fetch/request.ts'
import { isRedirect, locationUrl } from '../fetch/response.ts'
import { isPotentiallyTrustworthy } from '../knowledge/hosts.ts'
import type { FirefoxCode } from './codes.ts'
import type { Console, Engine } from './engine.ts'
import { isCrossOriginChain } from './is-cross-origin-chain.ts'
import { unparsableHeader } from './unparsable-header.ts'

/** The schemes to which Firefox doesn't follow a redirect, and http: URLs from secure pages. */
const REFUSED_SCHEME = /^(blob|data|file|javascript|wss?):/i

function refusesTarget(location: string | 'failure', { origin, redirectMode }: Redirecting): boolean {
  if (redirectMode !== 'follow') return false
  if (location === 'failure' || REFUSED_SCHEME.test(location)) return true
  return /^https:/i.test(origin) && /^http:/i.test(location) && !isPotentiallyTrustworthy(location)
}

const implementation: Implementation = {
  ...standard,
  // The methods are parsed and checked before the header names are parsed.
  preflightChecks: [
    'CORS check',
    'ok status',
    'methods parse',
    'method',
    'headers parse',
    'non-wildcard name',
    'unsafe names',
  ],
  wildcardCoversAuthorization: true,
  preflightsRestOfChain: true,
  preflightIgnoresTaint: true,
  refusesTarget,
  flagSubstitutesMethods: false,
  maxAgeLimit: 86_400,
}

/** Returns Firefox's console category without its version digits: the name of its page on MDN. */
function code(failure: Failure): FirefoxCode | null {
  if (!isCrossOriginChain(failure, ...locationOf(failure))) return null
  const headers = failure.response?.headerList ?? []
  switch (failure.step) {
    case 'CORS check: no origin':
      return 'CORSMissingAllowOrigin'
    case 'CORS check: origin differs':
      if (repeatsAllowOrigin(failure)) return 'CORSMultipleAllowOriginNotAllowed'
      return get(headers, 'Access-Control-Allow-Origin') === '*'
        ? 'CORSNotSupportingCredentials'
        : 'CORSAllowOriginNotMatchingOrigin'
    case 'CORS check: credentials':
      return 'CORSMissingAllowCredentials'
    case 'CORS-preflight fetch: not an ok status':
      // Only a preflight that would follow a redirect gets this category.
      if (failure.response === null || !isRedirect(failure.response)) return 'CORSPreflightDidNotSucceed'
      if (failure.request.redirectMode !== 'follow') return 'CORSPreflightDidNotSucceed'
      return locationOf(failure).some((url) => !isHttpScheme(url) || includesCredentials(url))
        ? 'CORSDidNotSucceed'
        : 'CORSExternalRedirectNotAllowed'
    case 'CORS-preflight fetch: header list values failure':
      return extractHeaderListValues(headers, 'Access-Control-Allow-Methods') === 'failure'
        ? 'CORSInvalidAllowMethod'
        : 'CORSInvalidAllowHeader'
    case 'CORS-preflight fetch: method':
      return 'CORSMethodNotFound'
    case 'CORS-preflight fetch: non-wildcard request-header name':
    case 'CORS-preflight fetch: unsafe request-header name':
      return 'CORSMissingAllowHeaderFromPreflight'
    case 'main fetch: scheme is not HTTP(S)':
      return 'CORSRequestNotHttp'
    case 'HTTP-redirect fetch: scheme is not HTTP(S)':
      if (!REFUSED_SCHEME.test(get(headers, 'Location') ?? '')) return 'CORSRequestNotHttp'
      return isCrossOriginChain(failure) ? 'CORSDidNotSucceed' : null
    case 'HTTP-redirect fetch: URL includes credentials':
    case 'HTTP-redirect fetch: location is not a URL':
    case 'HTTP-redirect fetch: too many redirects':
    case 'HTTP-redirect fetch: body cannot be sent again':
      return 'CORSDidNotSucceed'
    case 'main fetch: mode is same-origin':
    case 'main fetch: no-cors and redirect mode is not follow':
    case 'HTTP fetch: redirect mode is error':
      return null
  }
}

/** Firefox counts the lines with exactly this capitalization; otherwise it sees one joined value. */
const repeatsAllowOrigin = ({ response }: Failure): boolean =>
  (response?.headerList ?? []).filter(({ name }) => name === 'Access-Control-Allow-Origin').length > 1

function message(failure: Failure, { show }: Console): string | null {
  const reason = reasonOf(failure, show)
  if (reason === null) return null
  // The scheme is checked when the redirect is followed.
  const [followed] = code(failure) === 'CORSRequestNotHttp' ? locationOf(failure) : []
  const url = show(followed ?? currentUrl(failure.request))
  const lead = 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at'
  // Firefox quotes the URL and ends the sentence differently for this one reason.
  if (code(failure) === 'CORSNotSupportingCredentials') return `${lead} ‘${url}’. (Reason: ${reason}).`
  // A network failure has no status, even after a redirect response.
  const stated =
    code(failure) === 'CORSDidNotSucceed' ? '(null)' : String(failure.response?.status ?? '(null)')
  const status = STATED_STATUS.test(code(failure) ?? '') ? ` Status code: ${stated}.` : ''
  return `${lead} ${url}. (Reason: ${reason}).${status}`
}

function locationOf({ request, response }: Failure): readonly string[] {
  const location = response === null ? null : locationUrl(response, currentUrl(request))
  return location === null || location === 'failure' ? [] : [location]
}

const STATED_STATUS = /^CORS(MissingAllowOrigin|PreflightDidNotSucceed|DidNotSucceed)$/

function reasonOf(failure: Failure, show: (value: string) => string): string | null {
  const headers = failure.response?.headerList ?? []
  switch (code(failure)) {
    case 'CORSMissingAllowOrigin':
      return 'CORS header ‘Access-Control-Allow-Origin’ missing'
    case 'CORSMultipleAllowOriginNotAllowed':
      return 'Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed'
    case 'CORSNotSupportingCredentials':
      return 'Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’'
    case 'CORSAllowOriginNotMatchingOrigin':
      return `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${show(get(headers, 'Access-Control-Allow-Origin') ?? '')}’`
    case 'CORSMissingAllowCredentials':
      return 'expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’'
    case 'CORSExternalRedirectNotAllowed':
      return 'CORS request external redirect not allowed'
    case 'CORSPreflightDidNotSucceed':
      return 'CORS preflight response did not succeed'
    case 'CORSInvalidAllowMethod':
      return `invalid token ‘${show(unparsableHeader(failure).item)}’ in CORS header ‘Access-Control-Allow-Methods’`
    case 'CORSInvalidAllowHeader':
      return `invalid token ‘${show(unparsableHeader(failure).item)}’ in CORS header ‘Access-Control-Allow-Headers’`
    case 'CORSMethodNotFound':
      return 'Did not find method in CORS header ‘Access-Control-Allow-Methods’'
    case 'CORSMissingAllowHeaderFromPreflight':
      return `header ‘${show(firstRefused(failure))}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`
    case 'CORSRequestNotHttp':
      return 'CORS request not http'
    case 'CORSDidNotSucceed':
      return 'CORS request did not succeed'
    default:
      return null
  }
}

const firstRefused = ({ preflightRequest, response }: Failure): string =>
  preflightRequest === null || response === null
    ? ''
    : (refusedHeaderNames(preflightRequest, response, implementation)[0] ?? '')

/** Firefox 153 ESR, as measured. */
export const firefox: Engine<'firefox'> = {
  id: 'firefox',
  title: 'Firefox',
  measured: '153',
  implementation,
  code,
  message,
}
