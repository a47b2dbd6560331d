import { refusedHeaderNames } from '../fetch/cors-preflight-fetch.ts'
import { asciiLower, get, type Header, isName } from '../fetch/header-list.ts'
import { type Implementation, standard } from '../fetch/implementation.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import { currentUrl } from '../fetch/request.ts'
import { isRedirectStatus, locationUrl } from '../fetch/response.ts'
import { type UnsafeBecause, whyNotSafelisted } from '../fetch/why-not-safelisted.ts'
import type { WebkitCode } from './codes.ts'
import type { Console, Engine } from './engine.ts'
import { isCrossOriginChain } from './is-cross-origin-chain.ts'
import { unparsableHeader } from './unparsable-header.ts'

/** WebKit accepts the unit of a range in any capitalization, and a plus sign before its numbers. */
function whyNotSafelistedInWebkit(header: Header): UnsafeBecause | null {
  const because = whyNotSafelisted(header)
  if (because !== 'not a simple range') return because
  const relaxed = asciiLower(header.value).replace(/([=-])\+(?=\d)/g, '$1')
  return whyNotSafelisted({ name: header.name, value: relaxed })
}

const implementation: Implementation = {
  ...standard,
  preflightChecks: [
    'ok status',
    'CORS check',
    'methods parse',
    'headers parse',
    'method',
    'non-wildcard name',
    'unsafe names',
  ],
  whyNotSafelisted: whyNotSafelistedInWebkit,
  wildcardCoversAuthorization: true,
  preflightsRestOfChain: true,
  countsRemovedHeaders: true,
  checksRedirectWithStartCredentials: true,
  errorModeNeedsLocation: true,
  refusesTarget: (location, _, phase) => phase === 'actual' && /^ftp:/i.test(location),
  flagSubstitutesMethods: false,
  combinesRequestHeaders: true,
  maxAgeLimit: 600,
}

/** Returns a short id of the message that WebKit prints, because WebKit has no codes. */
function code(failure: Failure): WebkitCode | null {
  const value = get(failure.response?.headerList ?? [], 'Access-Control-Allow-Origin') ?? ''
  switch (failure.step) {
    case 'CORS check: no origin':
      return 'WK_OriginNotAllowed'
    case 'CORS check: origin differs':
      if (value === '*') return 'WK_WildcardWithCredentials'
      return value.includes(',') ? 'WK_MultipleOrigins' : 'WK_OriginNotAllowed'
    case 'CORS check: credentials':
      return 'WK_CredentialsNotTrue'
    case 'CORS-preflight fetch: not an ok status':
      return 'WK_PreflightStatus'
    case 'CORS-preflight fetch: header list values failure':
      return isName(unparsableHeader(failure).name, 'Access-Control-Allow-Methods')
        ? 'WK_InvalidMethods'
        : 'WK_InvalidHeaders'
    case 'CORS-preflight fetch: method':
      return 'WK_MethodNotAllowed'
    case 'CORS-preflight fetch: non-wildcard request-header name':
    case 'CORS-preflight fetch: unsafe request-header name':
      return 'WK_HeaderNotAllowed'
    case 'HTTP-redirect fetch: URL includes credentials':
      return 'WK_RedirectCredentials'
    case 'HTTP-redirect fetch: scheme is not HTTP(S)':
      return schemeCode(failure)
    case 'HTTP-redirect fetch: too many redirects':
      return 'WK_TooManyRedirects'
    case 'HTTP fetch: redirect mode is error':
      return 'WK_RedirectError'
    case 'main fetch: mode is same-origin':
      return 'WK_SameOriginMode'
    case 'main fetch: no-cors and redirect mode is not follow':
      return 'WK_NoCorsRedirectMode'
    case 'main fetch: scheme is not HTTP(S)':
      return 'WK_Scheme'
    case 'HTTP-redirect fetch: location is not a URL':
      return isCrossOriginChain(failure) && locationOf(failure) !== '' ? 'WK_RedirectScheme' : null
    case 'HTTP-redirect fetch: body cannot be sent again':
      return null
  }
}

const locationOf = ({ response }: Failure): string => get(response?.headerList ?? [], 'Location') ?? ''

/** If CORS doesn't apply to a redirect, what refuses its scheme depends on the scheme. */
function schemeCode(failure: Failure): WebkitCode | null {
  const location = locationOf(failure)
  if (isCrossOriginChain(failure) || NAMED_SCHEME.test(location)) return 'WK_RedirectScheme'
  if (failure.request.mode === 'same-origin') return 'WK_SameOriginMode'
  return /^(about|data):/i.test(location) ? 'WK_RedirectScheme' : null
}

const NAMED_SCHEME = /^(blob|file|ftp):/i

function schemeReason(failure: Failure, show: (value: string) => string): string {
  const location = locationOf(failure)
  if (/^ftp:/i.test(location)) return 'FTP URLs are disabled'
  if (NAMED_SCHEME.test(location) && !isCrossOriginChain(failure)) {
    return `Not allowed to load local resource: ${show(location)}`
  }
  if (failure.request.mode === 'cors') {
    return 'not allowed to follow a cross-origin CORS redirection with non CORS scheme'
  }
  return 'Redirection to URL with a scheme that is not HTTP(S).'
}

function message(failure: Failure, { show }: Console): string | null {
  const reason = reasonOf(failure, show)
  if (reason === null) return null
  const { response, phase, request } = failure
  const location = locationOf(failure)
  const redirect =
    phase === 'actual' && response !== null && isRedirectStatus(response.status) && location !== ''
  if (!redirect || SAID_ALONE.test(reason)) return reason
  // WebKit prints the URL without the credentials that the message may be about.
  const url = locationUrl(response, currentUrl(request))
  const to = show(url === null || url === 'failure' ? location : withoutCredentials(url))
  return `Cross-origin redirection to ${to} denied by Cross-Origin Resource Sharing policy: ${reason}`
}

const SAID_ALONE = /^(FTP|Load cannot|Not allowed|Redirection|Unsafe)/

const withoutCredentials = (url: string): string =>
  Object.assign(new URL(url), { username: '', password: '' }).href

function reasonOf(failure: Failure, show: (value: string) => string): string | null {
  const { request, response } = failure
  const headers = response?.headerList ?? []
  const url = (): string => show(currentUrl(request))
  switch (code(failure)) {
    case 'WK_OriginNotAllowed':
      return `Origin ${show(failure.serializedOrigin)} is not allowed by Access-Control-Allow-Origin. Status code: ${response?.status ?? 0}`
    case 'WK_MultipleOrigins':
      return 'Access-Control-Allow-Origin cannot contain more than one origin.'
    case 'WK_WildcardWithCredentials':
      return 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.'
    case 'WK_CredentialsNotTrue':
      return 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".'
    case 'WK_PreflightStatus':
      return `Preflight response is not successful. Status code: ${response?.status ?? 0}`
    case 'WK_InvalidMethods':
    case 'WK_InvalidHeaders': {
      const { name } = unparsableHeader(failure)
      return `Header ${name} has an invalid value: ${show(get(headers, name) ?? '')}`
    }
    case 'WK_MethodNotAllowed':
      return `Method ${show(request.method)} is not allowed by Access-Control-Allow-Methods.`
    case 'WK_HeaderNotAllowed':
      return `Request header field ${show(firstRefused(failure))} is not allowed by Access-Control-Allow-Headers.`
    case 'WK_RedirectCredentials':
      return `redirection URL ${show(get(headers, 'Location') ?? '')} has credentials`
    case 'WK_RedirectScheme':
      return schemeReason(failure, show)
    case 'WK_RedirectError':
      return `Not allowed to follow a redirection while loading ${url()}`
    case 'WK_TooManyRedirects':
      return 'Load cannot follow more than 20 redirections'
    case 'WK_SameOriginMode':
      // The first URL is refused without a message.
      if (response === null && request.urlList.length === 1) return `Fetch API cannot load ${url()}.`
      return `Unsafe attempt to load URL ${response === null ? url() : show(locationOf(failure))} from origin ${show(request.origin)}. Domains, protocols and ports must match.`
    case 'WK_NoCorsRedirectMode':
      return 'No-Cors mode requires follow redirect mode'
    case 'WK_Scheme':
      return 'Cross origin requests are only supported for HTTP.'
    default:
      return null
  }
}

/** WebKit names the first refused header in the author's order, as the author wrote it. */
function firstRefused({ preflightRequest, response, request }: Failure): string {
  if (preflightRequest === null || response === null) return ''
  const refused = refusedHeaderNames(preflightRequest, response, implementation)
  const names = new Set(refused)
  const authored = request.headerList.find(({ name }) => names.has(asciiLower(name)))
  return authored?.name ?? refused[0] ?? ''
}

/** WebKitGTK 2.50, as measured; Safari shares the code that these rows describe. */
export const webkit: Engine<'webkit'> = {
  id: 'webkit',
  title: 'Safari',
  measured: 'WebKitGTK 2.50',
  implementation,
  code,
  message,
}

/** WebKitGTK itself, whose network layer does things that Safari's isn't known to do. */
export const webkitGtk: Engine = {
  ...webkit,
  implementation: { ...implementation, redirectTurnsDeleteIntoGet: true, emptyLocation: 'failure' },
}
