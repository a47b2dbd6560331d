import { refusedHeaderNames } from '../fetch/cors-preflight-fetch.ts'
import { asciiLower, get, type Header } from '../fetch/header-list.ts'
import { type Implementation, standard } from '../fetch/implementation.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import { parseSimpleRange } from '../fetch/range-header.ts'
import { currentUrl } from '../fetch/request.ts'
import { isRedirect } from '../fetch/response.ts'
import { type UnsafeBecause, whyNotSafelisted } from '../fetch/why-not-safelisted.ts'
import { clientHint } from '../knowledge/client-hints.ts'
import { parseUrl } from '../parse-url.ts'
import type { ChromiumCode } from './codes.ts'
import type { Console, Engine, RequestedBy } from './engine.ts'
import { isCrossOriginChain } from './is-cross-origin-chain.ts'
import { unparsableHeader } from './unparsable-header.ts'

const RANGE_LIMIT = 2n ** 63n - 2n

/** Chromium safelists what it may send itself: `Intervention`, and client hints with a value that it would send. */
const isSafelistedInChromium = ({ name, value }: Header): boolean =>
  asciiLower(name) === 'intervention' || clientHint(name)?.value.test(value) === true

function whyNotSafelistedInChromium(header: Header): UnsafeBecause | null {
  const because = whyNotSafelisted(header)
  if (because === 'name' && isSafelistedInChromium(header)) return null
  if (because === null && asciiLower(header.name) === 'range') {
    const range = parseSimpleRange(header.value)
    if (range !== 'failure' && (range.start > RANGE_LIMIT || (range.end ?? 0n) > RANGE_LIMIT)) {
      return 'not a simple range'
    }
  }
  return because
}

const implementation: Implementation = {
  ...standard,
  preflightChecks: [
    'redirect',
    'CORS check',
    'ok status',
    'methods parse',
    'headers parse',
    'method',
    'non-wildcard name',
    'unsafe names',
  ],
  whyNotSafelisted: whyNotSafelistedInChromium,
  dropsRequestHeader: ({ name }) => asciiLower(name) === 'user-agent',
  wildcardCoversAuthorization: true,
  dropsOnRedirectAway: ({ name }) => clientHint(name)?.ownOriginOnly === true,
  refusesCredentialsBeforeRedirectMode: true,
  refusesEmbeddedCredentials: true,
  errorModeNeedsLocation: true,
  emptyLocation: 'no location',
  refusesTarget: (location) => location === 'failure',
  flagSubstitutesMethods: false,
  combinesRequestHeaders: true,
  uploadListenerNeedsBody: true,
  maxAgeLimit: 7200,
}

/** Returns the `Network.CorsError` value of the DevTools protocol, or null if Chromium fails the request silently. */
function code(failure: Failure): ChromiumCode | null {
  const preflight = failure.phase === 'preflight'
  const both = <Name extends string>(name: Name): Name | `Preflight${Name}` =>
    preflight ? `Preflight${name}` : name
  switch (failure.step) {
    case 'CORS check: no origin':
      return both('MissingAllowOriginHeader')
    case 'CORS check: origin differs':
      return both(originCode(allowOrigin(failure)))
    case 'CORS check: credentials':
      return both('InvalidAllowCredentials')
    case 'CORS-preflight fetch: not an ok status':
      return failure.response !== null && isRedirect(failure.response) && locationOf(failure) !== ''
        ? 'PreflightDisallowedRedirect'
        : 'PreflightInvalidStatus'
    case 'CORS-preflight fetch: header list values failure':
      return unparsableHeader(failure).name === 'Access-Control-Allow-Methods'
        ? 'InvalidAllowMethodsPreflightResponse'
        : 'InvalidAllowHeadersPreflightResponse'
    case 'CORS-preflight fetch: method':
      return 'MethodDisallowedByPreflightResponse'
    case 'CORS-preflight fetch: non-wildcard request-header name':
    case 'CORS-preflight fetch: unsafe request-header name':
      return 'HeaderDisallowedByPreflightResponse'
    case 'HTTP-redirect fetch: URL includes credentials':
      // It's refused in every chain, but CORS is the reason only in a chain that CORS applies to.
      return isCrossOriginChain(failure, resolved(failure)) ? 'RedirectContainsCredentials' : null
    case 'main fetch: scheme is not HTTP(S)':
      return 'CorsDisabledScheme'
    case 'HTTP-redirect fetch: scheme is not HTTP(S)':
      // A redirect to data:, file: and similar URLs is refused as unsafe before CORS checks its scheme.
      return failure.request.mode === 'cors' && !UNSAFE.test(locationOf(failure))
        ? 'CorsDisabledScheme'
        : null
    case 'main fetch: mode is same-origin':
    case 'main fetch: no-cors and redirect mode is not follow':
    case 'HTTP fetch: redirect mode is error':
    case 'HTTP-redirect fetch: location is not a URL':
    case 'HTTP-redirect fetch: too many redirects':
    case 'HTTP-redirect fetch: body cannot be sent again':
      return null
  }
}

const UNSAFE = /^(about|blob|data|file|filesystem):/i

const resolved = (failure: Failure): string => new URL(locationOf(failure), currentUrl(failure.request)).href

/** Chromium escapes non-ASCII characters. */
const ascii = (value: string): string => value.replace(/[^\0-\x7f]+/g, escapedUnits)

function escapedUnits(units: string): string {
  let escaped = ''
  for (let i = 0; i < units.length; i++)
    escaped += `\\u${units.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}`
  return escaped
}

const locationOf = ({ response }: Failure): string => get(response?.headerList ?? [], 'Location') ?? ''

const allowOrigin = (failure: Failure): string =>
  get(failure.response?.headerList ?? [], 'Access-Control-Allow-Origin') ?? ''

function originCode(
  value: string,
):
  | 'AllowOriginMismatch'
  | 'InvalidAllowOriginValue'
  | 'MultipleAllowOriginValues'
  | 'WildcardOriginNotAllowed' {
  if (value === '*') return 'WildcardOriginNotAllowed'
  if (/[ ,]/.test(value)) return 'MultipleAllowOriginValues'
  if (value === 'null') return 'AllowOriginMismatch'
  return /^[\0-\x7f]*$/.test(value) && parseUrl(value) !== null
    ? 'AllowOriginMismatch'
    : 'InvalidAllowOriginValue'
}

function message(failure: Failure, { requestedBy, show }: Console): string | null {
  const named = code(failure)
  const reason = reasonOf(failure, requestedBy, show)
  if (named === null || reason === null) return null
  const first = failure.request.urlList[0]
  const leftHttp = failure.step === 'HTTP-redirect fetch: scheme is not HTTP(S)'
  const last = leftHttp ? resolved(failure) : currentUrl(failure.request)
  const from = first === last ? '' : ` (redirected from '${show(first)}')`
  const what = requestedBy === 'EventSource' ? 'resource' : requestedBy
  const hint =
    /Wildcard|InvalidAllowCredentials/.test(named) && requestedBy === 'XMLHttpRequest' ? XHR_HINT : ''
  // If the preflight doesn't allow the method or a header, the message doesn't mention the access control check.
  const preflight = /^Preflight/.test(named)
    ? "Response to preflight request doesn't pass access control check: "
    : ''
  return (
    `Access to ${what} at '${show(last)}'${from} from origin '${show(failure.request.origin)}' ` +
    `has been blocked by CORS policy: ${preflight}${reason}${hint}`
  )
}

const XHR_HINT =
  ' The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.'

function reasonOf(
  failure: Failure,
  requestedBy: RequestedBy,
  show: (value: string) => string,
): string | null {
  const headers = failure.response?.headerList ?? []
  const value = ascii(show(allowOrigin(failure)))
  // The advice is only printed for fetch().
  const resend = requestedBy === 'fetch' ? ' Have the server send the header with a valid value.' : ''
  switch (code(failure)?.replace(/^Preflight/, '')) {
    case 'MissingAllowOriginHeader':
      return "No 'Access-Control-Allow-Origin' header is present on the requested resource."
    case 'WildcardOriginNotAllowed':
      return "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'."
    case 'MultipleAllowOriginValues':
      return `The 'Access-Control-Allow-Origin' header contains multiple values '${value}', but only one is allowed.${resend}`
    case 'InvalidAllowOriginValue':
      return `The 'Access-Control-Allow-Origin' header contains the invalid value '${value}'.${resend}`
    case 'AllowOriginMismatch':
      return `The 'Access-Control-Allow-Origin' header has a value '${value}' that is not equal to the supplied origin.${resend}`
    case 'InvalidAllowCredentials':
      return `The value of the 'Access-Control-Allow-Credentials' header in the response is '${show(get(headers, 'Access-Control-Allow-Credentials') ?? '')}' which must be 'true' when the request's credentials mode is 'include'.`
    case 'DisallowedRedirect':
      return 'Redirect is not allowed for a preflight request.'
    case 'InvalidStatus':
      return 'It does not have HTTP ok status.'
    case 'InvalidAllowMethodsPreflightResponse':
    case 'InvalidAllowHeadersPreflightResponse':
      return `Cannot parse ${unparsableHeader(failure).name} response header field in preflight response.`
    case 'MethodDisallowedByPreflightResponse':
      return `Method ${show(failure.request.method)} is not allowed by Access-Control-Allow-Methods in preflight response.`
    case 'HeaderDisallowedByPreflightResponse':
      return headerReason(failure, show)
    case 'RedirectContainsCredentials':
      return "Redirect location '' contains a username and password, which is disallowed for cross-origin requests."
    case 'CorsDisabledScheme':
      return 'Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.'
    default:
      return null
  }
}

/** Chromium names one of the refused headers; which one depends on its hash table, so none is named here. */
function headerReason(failure: Failure, show: (value: string) => string): string | null {
  const { preflightRequest, response } = failure
  if (preflightRequest === null || response === null) return null
  const refused = refusedHeaderNames(preflightRequest, response, implementation)
  const named = refused.length === 1 ? show(refused[0] ?? '') : `(one of ${refused.map(show).join(', ')})`
  return `Request header field ${named} is not allowed by Access-Control-Allow-Headers in preflight response.`
}

/** Chromium 156, as measured. */
export const chromium: Engine<'chromium'> = {
  id: 'chromium',
  title: 'Chrome',
  measured: '156',
  implementation,
  code,
  message,
}
