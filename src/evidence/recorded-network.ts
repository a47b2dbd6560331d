import type { PreflightRequest } from '../fetch/cors-preflight-fetch.ts'
import { asciiLower, extractHeaderListValues, get } from '../fetch/header-list.ts'
import type { Network, NetworkResult } from '../fetch/network.ts'
import { isSameOrigin, originOf } from '../fetch/origin.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { parseUrl } from '../parse-url.ts'
import type { Exchange } from './exchange.ts'
import { requestedHeaderNames } from './is-preflight.ts'
import { withoutFragment } from './redirect-target.ts'
import { isRevalidation } from './stand-in.ts'

const NOT_RECORDED: NetworkResult = { type: 'not recorded' }

/** The input of a recorded network. */
export interface RecordedHops extends Pick<Exchange, 'chain' | 'cachedPreflight'> {
  /** Whether the recording browser needed a preflight for the first hop; null if that isn't known. */
  readonly preflightNeeded: boolean | null
}

/**
 * Returns the network of a recording: its responses in the order of the hops. With `standIns`, a missing response is
 * replaced by that of its stand-in entry.
 */
export const recordedNetwork = (
  { chain, cachedPreflight, preflightNeeded }: RecordedHops,
  standIns: boolean,
): Network => ({
  preflight: (request, hop) => {
    const at = chain[hop]
    if (at === undefined) return NOT_RECORDED
    if (at.preflight === null) {
      // A request that a service worker made for the page had its own preflight.
      if (standIns && (at.standIn?.response.status ?? 0) > 0) return { type: 'passed' }
      // Another engine may need a preflight that the recording browser didn't; its response isn't recorded.
      if (hop === 0 && preflightNeeded === false) return NOT_RECORDED
      // The actual request got a response, so its preflight passed, was cached, or wasn't needed.
      return (at.actual?.response.status ?? 0) > 0 ? { type: 'passed' } : NOT_RECORDED
    }
    return asksOtherwise(request, at.preflight) ? NOT_RECORDED : answerOf(at.preflight)
  },
  actual: (request, hop) => {
    const at = chain[hop]
    if (at?.actual === undefined || at.actual === null) return NOT_RECORDED
    if (isRevalidation(at.actual, at.preflight ?? (hop === 0 ? cachedPreflight : null)))
      return confirmedBy(at.actual, at.standIn)
    if (standIns && at.standIn !== null) return answerOf(at.standIn)
    // If an engine changes the method on a redirect, the recorded response belongs to another method.
    const same = at.actual.request.method === request.method
    return same && !hasRedirectsHeaders(at.actual) ? answerOf(at.actual) : NOT_RECORDED
  },
})

/**
 * Returns the response that the page gets after a revalidation: the stored one, with its headers replaced by those of the
 * 304. If the stored one wasn't recorded, the 304 alone only decides if it allows an origin.
 * https://httpwg.org/specs/rfc9111.html#freshening.responses
 */
function confirmedBy(revalidated: HarEntry, stored: HarEntry | null): NetworkResult {
  const fresh = revalidated.response.headers
  if (stored === null && get(fresh, 'Access-Control-Allow-Origin') === null) return NOT_RECORDED
  const renewed = new Set(fresh.map(({ name }) => asciiLower(name)))
  const kept = (stored?.response.headers ?? []).filter(({ name }) => !renewed.has(asciiLower(name)))
  return {
    type: 'response',
    response: { status: stored?.response.status ?? 200, headerList: [...kept, ...fresh] },
  }
}

function answerOf({ response, vendor }: HarEntry): NetworkResult {
  if (response.status > 0) {
    const headerList = response.headers
    const location = get(headerList, 'Location')
    // Some tools move the location into redirectURL and drop the header.
    const complete =
      location === null && response.redirectUrl !== ''
        ? [...headerList, { name: 'Location', value: response.redirectUrl }]
        : headerList
    return { type: 'response', response: { status: response.status, headerList: complete } }
  }
  const { error } = vendor
  return typeof error === 'string' && /ERR_(?!FAILED|ABORTED)|NS_ERROR_(?!DOM_BAD_URI|FAILURE)/.test(error)
    ? { type: 'network error' }
    : NOT_RECORDED
}

/**
 * Whether an engine's preflight would ask for more than the recorded one, and the server allows exactly what is asked
 * for: its response would then be different and isn't recorded.
 */
function asksOtherwise(request: PreflightRequest, recorded: HarEntry): boolean {
  const { headers } = recorded.response
  const names = requestedHeaderNames(recorded)
  const asked = new Set(names)
  const allowed = extractHeaderListValues(headers, 'Access-Control-Allow-Headers')
  const extra = request.unsafeHeaderNames.some((name) => !asked.has(name))
  if (extra && Array.isArray(allowed) && sameNames(allowed, names)) return true
  const origin = get(recorded.request.headers, 'Origin')
  const echoed = get(headers, 'Access-Control-Allow-Origin')
  return (
    origin !== null &&
    origin !== request.origin &&
    echoed === origin &&
    !isSameOrigin(origin, originOf(request.url))
  )
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const others = new Set(b.map(asciiLower))
  return a.length === b.length && a.every((name) => others.has(asciiLower(name)))
}

/**
 * Whether a response has the headers of the redirect that led to it: chrome-har mixes them up and records a response that
 * redirects to itself with a status that isn't a redirect.
 */
function hasRedirectsHeaders({ request, response }: HarEntry): boolean {
  const location = get(response.headers, 'Location')
  if (location === null || isRedirectStatus(response.status)) return false
  return withoutFragment(parseUrl(location, request.url)?.href ?? '') === withoutFragment(request.url)
}
