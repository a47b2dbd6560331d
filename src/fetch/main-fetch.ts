import { corsCheck } from './cors-check.ts'
import { failedPreflightStep, type PreflightRequest } from './cors-preflight-fetch.ts'
import type { HeaderList } from './header-list.ts'
import { failedRedirectStep, redirected } from './http-redirect-fetch.ts'
import type { Implementation } from './implementation.ts'
import { isCorsSafelistedMethod } from './methods.ts'
import type { Answer, Network } from './network.ts'
import { isSameOrigin, originOf, serializeRequestOrigin } from './origin.ts'
import { currentUrl, type FetchRequest } from './request.ts'
import { corsUnsafeRequestHeaderNames, hasNonWildcardName } from './request-headers.ts'
import { type FetchResponse, isRedirect, locationUrl } from './response.ts'
import { mainFetchSwitch, type ResponseTainting } from './response-tainting.ts'
import type { FailedStep, Phase } from './steps.ts'

/** Where and on what the standard gave up. Nothing about it is unknown. */
export interface Failure {
  readonly step: FailedStep
  readonly phase: Phase
  readonly hop: number
  /** As it stood at that hop. */
  readonly request: FetchRequest
  /** The CORS-preflight request, where the failing response answers one. */
  readonly preflightRequest: PreflightRequest | null
  /** The response that failed the step; null where the step fails before there is one. */
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
  /** The network failed; CORS has no say in it. */
  | { readonly type: 'network error'; readonly phase: Phase; readonly hop: number }
  /** The standard would now read a response that nobody recorded. */
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

    const answer = network.actual(request, hop)
    if (answer.type !== 'response') return without(answer, 'actual', hop)
    const { response } = answer

    // HTTP fetch: if request’s response tainting is "cors" and a CORS check returns failure, a network error.
    if (tainting === 'cors') {
      const credentialsMode = credentialsModeOfCheck(request, response, implementation)
      const failed = corsCheck({ origin: serializedOrigin, credentialsMode }, response)
      if (failed !== null) {
        const judged = { ...request, credentialsMode }
        return fail(failed, 'actual', { request: judged, response })
      }
    }

    const location = locationUrl(response, currentUrl(request))
    if (location === null) return { type: 'shared', tainting, request, response }
    const failed = failedRedirectStep(request, tainting, response.status, location, implementation)
    if (request.redirectMode === 'manual')
      return { type: 'shared', tainting: 'opaqueredirect', request, response }
    if (
      request.redirectMode === 'error' &&
      !(implementation.judgesLocationBeforeRedirectMode && failed !== null)
    ) {
      return fail('HTTP fetch: redirect mode is error', 'actual', { response })
    }
    if (failed !== null) return fail(failed, 'actual', { response })
    request = redirected(request, response.status, location, implementation)
  }
}

/**
 * Returns whether main fetch makes a CORS-preflight fetch for a request whose response tainting is "cors".
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

function credentialsModeOfCheck(
  request: FetchRequest,
  response: FetchResponse,
  implementation: Implementation,
) {
  const fromStart =
    implementation.checksRedirectWithStartCredentials &&
    request.credentialsMode === 'same-origin' &&
    isSameOrigin(originOf(request.urlList[0]), request.origin) &&
    isRedirect(response)
  return fromStart ? 'include' : request.credentialsMode
}

const without = (answer: Answer, phase: Phase, hop: number): Outcome =>
  answer.type === 'network error' ? { type: 'network error', phase, hop } : { type: 'awaits', phase, hop }
