import { corsCheck } from './cors-check.ts'
import { failedPreflightStep, type PreflightRequest } from './cors-preflight-fetch.ts'
import { get, type HeaderList } from './header-list.ts'
import { failedRedirectStep, redirectRequest } from './http-redirect-fetch.ts'
import type { Implementation } from './implementation.ts'
import { isCorsSafelistedMethod } from './methods.ts'
import type { Network, NetworkResult } from './network.ts'
import { isSameOrigin, originOf, serializeRequestOrigin } from './origin.ts'
import { currentUrl, type FetchRequest } from './request.ts'
import { corsUnsafeRequestHeaderNames, hasNonWildcardName } from './request-headers.ts'
import { type FetchResponse, isRedirectStatus, locationUrl } from './response.ts'
import { mainFetchSwitch, type ResponseTainting } from './response-tainting.ts'
import type { FailedStep, Phase } from './steps.ts'

/** Where and why the fetch failed. Nothing about it is unknown. */
export interface Failure {
  readonly step: FailedStep
  readonly phase: Phase
  readonly hop: number
  /** The request at that hop. */
  readonly request: FetchRequest
  /** The CORS-preflight request, if the failing response is the response to one. */
  readonly preflightRequest: PreflightRequest | null
  /** The response that failed the step; null if the step fails before there is one. */
  readonly response: FetchResponse | null
  /** What `Access-Control-Allow-Origin` is compared with: the request's origin, serialized, "null" if tainted. */
  readonly serializedOrigin: string
}

export type Outcome =
  | {
      readonly type: 'shared'
      readonly tainting: ResponseTainting | 'opaqueredirect'
      readonly request: FetchRequest
      readonly response: FetchResponse
    }
  | { readonly type: 'blocked'; readonly failure: Failure }
  /** The network failed; CORS isn't the reason. */
  | { readonly type: 'network error'; readonly phase: Phase; readonly hop: number }
  /** The standard needs a response that wasn't recorded. */
  | { readonly type: 'awaits'; readonly phase: Phase; readonly hop: number }

/**
 * Returns what becomes of a request: main fetch, HTTP fetch, CORS-preflight fetch and HTTP-redirect fetch as far
 * as CORS goes, with every response taken from `network`.
 * https://fetch.spec.whatwg.org/#concept-main-fetch, https://fetch.spec.whatwg.org/#http-fetch
 */
export function mainFetch(start: FetchRequest, network: Network, implementation: Implementation): Outcome {
  let request = start
  let tainting: ResponseTainting = 'basic'
  let preflighted = false
  let laterFailure: Failure | null = null
  for (let hop = 0; ; hop++) {
    const serializedOrigin = serializeRequestOrigin(request.origin, request.urlList)
    const fail = (step: FailedStep, phase: Phase, more: Partial<Failure> = {}): Outcome => ({
      type: 'blocked',
      failure: {
        step,
        phase,
        hop,
        request,
        preflightRequest: null,
        response: null,
        serializedOrigin,
        ...more,
      },
    })

    const next = mainFetchSwitch(request, tainting)
    if ('failed' in next) return fail(next.failed, 'actual')
    tainting = next.tainting

    if (tainting === 'cors') {
      const counted = implementation.countsRemovedHeaders ? start.headerList : request.headerList
      if (
        needsPreflight(request, counted, implementation) ||
        (preflighted && implementation.preflightsRestOfChain)
      ) {
        preflighted = true
        const preflightRequest = preflightRequestOf(request, counted, serializedOrigin, implementation)
        const answer = network.preflight(preflightRequest, hop)
        if (answer.type === 'response') {
          const target = locationIn(answer.response, request, implementation)
          if (target !== null && implementation.refusesTarget(target, request, 'preflight')) {
            return { type: 'network error', phase: 'preflight', hop }
          }
          const failed = failedPreflightStep(preflightRequest, answer.response, implementation)
          if (failed !== null) {
            const { response } = answer
            return fail(failed, 'preflight', {
              preflightRequest,
              response,
              serializedOrigin: preflightRequest.origin,
            })
          }
        } else if (answer.type !== 'passed') {
          return without(answer, 'preflight', hop)
        }
      }
    }

    if (laterFailure !== null) return { type: 'blocked', failure: laterFailure }

    const answer = network.actual(request, hop)
    if (answer.type !== 'response') return without(answer, 'actual', hop)
    const { response } = answer

    const location = locationIn(response, request, implementation)
    const failed =
      location === null
        ? null
        : failedRedirectStep(request, tainting, response.status, location, implementation)
    if (location !== null && implementation.refusesTarget(location, request, 'actual')) {
      return failed === null
        ? { type: 'network error', phase: 'actual', hop }
        : fail(failed, 'actual', { response })
    }

    // HTTP fetch: if request’s response tainting is "cors" and a CORS check returns failure, a network error.
    if (tainting === 'cors') {
      const { credentialsMode } = request
      const refused = corsCheck({ origin: serializedOrigin, credentialsMode }, response)
      if (refused !== null) return fail(refused, 'actual', { response })
    }

    // HTTP fetch: if internalResponse’s status is a redirect status, it depends on request’s redirect mode.
    if (!isRedirectStatus(response.status)) return { type: 'shared', tainting, request, response }
    if (request.redirectMode === 'manual') {
      return { type: 'shared', tainting: 'opaqueredirect', request, response }
    }
    if (request.redirectMode === 'error' && !(location === null && implementation.errorModeNeedsLocation)) {
      const ofCredentials = failed === 'HTTP-redirect fetch: URL includes credentials'
      if (ofCredentials && implementation.refusesCredentialsBeforeRedirectMode) {
        return fail(failed, 'actual', { response })
      }
      return fail('HTTP fetch: redirect mode is error', 'actual', { response })
    }
    // HTTP-redirect fetch: if locationURL is null, then return response.
    if (location === null) return { type: 'shared', tainting, request, response }
    if (failed !== null) return fail(failed, 'actual', { response })
    // An engine that checks a redirect with the credentials of the first request does so after the next preflight passed.
    if (
      tainting === 'cors' &&
      implementation.checksRedirectWithStartCredentials &&
      isFromOwnOrigin(request)
    ) {
      const judged: FetchRequest = { ...request, credentialsMode: 'include' }
      const refused = corsCheck({ origin: serializedOrigin, credentialsMode: 'include' }, response)
      const failure = { phase: 'actual', hop, request: judged, preflightRequest: null, response } as const
      if (refused !== null) laterFailure = { step: refused, serializedOrigin, ...failure }
    }
    request = redirectRequest(request, response.status, location, implementation)
  }
}

/** Returns where a response with a redirect status leads; see {@link locationUrl}. */
function locationIn(
  response: FetchResponse,
  request: FetchRequest,
  { emptyLocation }: Implementation,
): string | null | 'failure' {
  if (emptyLocation !== 'own URL' && get(response.headerList, 'Location') === '') {
    return emptyLocation === 'failure' && request.redirectMode === 'follow' ? 'failure' : null
  }
  return locationUrl(response, currentUrl(request))
}

/**
 * Reports whether main fetch makes a CORS-preflight fetch for a request whose response tainting is "cors".
 * https://fetch.spec.whatwg.org/#concept-main-fetch, the switch of step 12
 */
export const needsPreflight = (
  request: FetchRequest,
  headerList: HeaderList,
  implementation: Implementation,
): boolean =>
  request.useCorsPreflightFlag ||
  !isCorsSafelistedMethod(request.method) ||
  corsUnsafeRequestHeaderNames(headerList, implementation).length > 0

function preflightRequestOf(
  request: FetchRequest,
  headerList: HeaderList,
  serializedOrigin: string,
  implementation: Implementation,
): PreflightRequest {
  return {
    url: currentUrl(request),
    origin: implementation.preflightIgnoresTaint ? request.origin : serializedOrigin,
    credentialsMode: request.credentialsMode,
    method: request.method,
    unsafeHeaderNames: corsUnsafeRequestHeaderNames(headerList, implementation),
    hasAuthorization: hasNonWildcardName(headerList),
    useCorsPreflightFlag: request.useCorsPreflightFlag,
  }
}

/** Reports whether a chain began with credentials because it began same-origin. */
const isFromOwnOrigin = ({ credentialsMode, urlList, origin }: FetchRequest): boolean =>
  credentialsMode === 'same-origin' && isSameOrigin(originOf(urlList[0]), origin)

const without = (answer: NetworkResult, phase: Phase, hop: number): Outcome =>
  answer.type === 'network error' ? { type: 'network error', phase, hop } : { type: 'awaits', phase, hop }
