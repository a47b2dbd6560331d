import { engines } from '../engines/index.ts'
import { constructRequest, type RequestInit, type TypeErrorReason } from '../fetch/construct-request.ts'
import type { PreflightRequest } from '../fetch/cors-preflight-fetch.ts'
import { trimOws } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { mainFetch, type Outcome } from '../fetch/main-fetch.ts'
import type { Network, NetworkResult } from '../fetch/network.ts'
import { isCovered, type PreflightCacheEntry, preflightCacheEntry } from '../fetch/preflight-cache.ts'
import type { FetchRequest } from '../fetch/request.ts'
import type { FetchResponse } from '../fetch/response.ts'
import type { Phase } from '../fetch/steps.ts'
import { isPotentiallyTrustworthy } from '../knowledge/hosts.ts'
import type { CheckRequest } from './check-request.ts'
import { isRefusedByPolicy } from './is-refused-by-policy.ts'
import type { NetworkFault, Send, WireRequest, WireResponse } from './wire.ts'
import { wireOfActual, wireOfPreflight } from './wire-of.ts'

/** The limits of a check. */
export interface CheckLimits {
  /** Milliseconds for the whole check. */
  readonly timeout: number
  /** Whether certificates aren't checked. */
  readonly insecure: boolean
  /** Whether requests that may change something on the server are sent. */
  readonly sendsChanges: boolean
  /** Whether only preflights are sent. */
  readonly preflightOnly: boolean
}

/** Why a request wasn't sent. */
export type NotSent = 'may change state' | 'preflight only' | 'mixed content' | 'refused'

/** One request of a check. */
export interface CheckMessage {
  readonly phase: Phase
  readonly hop: number
  readonly request: WireRequest
  /** null: it wasn't sent. */
  readonly response: WireResponse | NetworkFault | null
  readonly notSent: NotSent | null
}

/** What a check sent and received. */
export interface PlayedCheck {
  /** What the page asked for, as fetch() sees it. */
  readonly start: FetchRequest
  readonly messages: readonly CheckMessage[]
  readonly outcome: Outcome
}

/** A request that fetch() refuses to make. */
export interface NoRequest {
  readonly typeError: TypeErrorReason
}

/**
 * Makes a request as a browser does: main fetch decides what to send next, and the network responds. Preflights are sent
 * if the rules require them, and the actual request only after its preflight has passed.
 */
export async function playCheck(
  asked: CheckRequest,
  limits: CheckLimits,
  send: Send,
): Promise<PlayedCheck | NoRequest> {
  const { implementation } = engines[asked.engine]
  const constructed = constructRequest(initOf(asked), implementation)
  if ('typeError' in constructed) return constructed
  const { request: start } = constructed
  const messages: CheckMessage[] = []
  const known = new Map<string, NetworkResult>()
  const cache: PreflightCacheEntry[] = []
  let left = limits.timeout
  for (;;) {
    const { outcome, due } = whatIsDue(start, known, implementation)
    if (due === null) return { start, messages: [...messages, ...refusedAtOnce(outcome, asked)], outcome }
    const key = keyOf(due)
    const { preflight } = due
    // Mixed content is refused before the preflight.
    const isNeedless =
      preflight !== null &&
      (isMixedContent(preflight.url, asked) || cache.some((entry) => isCovered(entry, preflight, 0)))
    if (isNeedless) {
      known.set(key, { type: 'passed' })
      continue
    }
    const request = preflight === null ? wireOfActual(due.request, asked) : wireOfPreflight(preflight, asked)
    const notSent = whyNotSent(due, request, asked, limits)
    const response =
      notSent === null ? await send(request, { timeout: left, insecure: limits.insecure }) : null
    messages.push({ phase: due.phase, hop: due.hop, request, response, notSent })
    if (notSent !== null && notSent !== 'mixed content') return { start, messages, outcome }
    if (response === null || 'fault' in response) {
      known.set(key, { type: 'network error' })
      continue
    }
    left = Math.max(1, left - response.ms)
    if (preflight === null && isRefusedByPolicy(due.request, response)) {
      known.set(key, { type: 'network error' })
      continue
    }
    const result: FetchResponse = {
      status: response.status,
      headerList: response.headers.map(([name, value]) => ({ name, value: trimOws(value) })),
    }
    known.set(key, { type: 'response', response: result })
    // If it didn't pass, nothing follows that could need it.
    if (preflight !== null) cache.push(preflightCacheEntry(preflight, result, implementation))
  }
}

/** Failures before any request is needed, such as mode "same-origin" for another origin. */
function refusedAtOnce(outcome: Outcome, asked: CheckRequest): readonly CheckMessage[] {
  if (outcome.type !== 'blocked' || outcome.failure.response !== null || outcome.failure.hop > 0) return []
  const request = wireOfActual(outcome.failure.request, asked)
  return [{ phase: 'actual', hop: 0, request, response: null, notSent: 'refused' }]
}

const initOf = (asked: CheckRequest): RequestInit => ({
  url: asked.url,
  origin: asked.origin,
  method: asked.method,
  mode: asked.mode,
  credentials: asked.credentials,
  headers: asked.headers,
  // https://fetch.spec.whatwg.org/#concept-bodyinit-extract
  bodyContentType: asked.body === null ? null : 'text/plain;charset=UTF-8',
})

/** The request that main fetch needs a response to. */
type Due =
  | { readonly phase: 'preflight'; readonly hop: number; readonly preflight: PreflightRequest }
  | {
      readonly phase: 'actual'
      readonly hop: number
      readonly preflight: null
      readonly request: FetchRequest
    }

const keyOf = ({ phase, hop }: Pick<Due, 'phase' | 'hop'>): string => `${phase} ${hop}`

/** Runs main fetch with the responses so far. */
function whatIsDue(
  start: FetchRequest,
  known: ReadonlyMap<string, NetworkResult>,
  implementation: Implementation,
): { readonly outcome: Outcome; readonly due: Due | null } {
  const due: Due[] = []
  const resultOf = (next: Due): NetworkResult => {
    const result = known.get(keyOf(next))
    if (result === undefined) due.push(next)
    return result ?? { type: 'not recorded' }
  }
  const network: Network = {
    preflight: (preflight, hop) => resultOf({ phase: 'preflight', hop, preflight }),
    actual: (request, hop) => resultOf({ phase: 'actual', hop, preflight: null, request }),
  }
  const outcome = mainFetch(start, network, implementation)
  return { outcome, due: due[0] ?? null }
}

function whyNotSent(
  { phase }: Due,
  { method, url }: WireRequest,
  asked: CheckRequest,
  { sendsChanges, preflightOnly }: CheckLimits,
): NotSent | null {
  if (isMixedContent(url, asked)) return 'mixed content'
  if (phase === 'preflight') return null
  if (preflightOnly) return 'preflight only'
  return sendsChanges || SAFE.has(method) ? null : 'may change state'
}

/** https://w3c.github.io/webappsec-mixed-content/#should-block-fetch */
const isMixedContent = (url: string, { origin }: CheckRequest): boolean =>
  /^https:/.test(origin) && !isPotentiallyTrustworthy(url)

/** https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
