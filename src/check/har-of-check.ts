import type { Outcome } from '../fetch/main-fetch.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { CheckMessage, PlayedCheck } from './play-check.ts'
import type { NetworkFault, WireRequest, WireResponse } from './wire.ts'

/**
 * What a check sent and received, in HAR format. Requests that weren't sent are omitted, except those that a browser
 * refuses.
 */
export function harOfCheck({ messages, outcome }: PlayedCheck, writer: Writer): object {
  const recorded = messages.filter(
    ({ response, notSent }) => response !== null || notSent === 'mixed content' || notSent === 'refused',
  )
  let clock = 0
  let last = 0
  const entries = recorded.map((message, i) => {
    // Each begins when the one before it has ended, as it did: clocks of different precision would say otherwise.
    const started = Math.max(clock, startOf(message) ?? 0)
    const before = recorded[i - 1]
    // As in Chrome's recordings, a request begins before its preflight and ends after it.
    const begun = before?.phase === 'preflight' && before.hop === message.hop ? last : null
    last = started
    clock = started + msOf(message)
    const error = i === recorded.length - 1 ? errorOf(message, outcome) : null
    return entryOfMessage(message, begun ?? started, clock - (begun ?? started), error)
  })
  return { log: { version: '1.2', creator: writer, entries } }
}

/** What Chrome records if CORS doesn't apply but the page still gets no response. */
function errorOf({ response, notSent }: CheckMessage, outcome: Outcome): string | null {
  if (response === null || notSent !== null || 'fault' in response) return null
  if (outcome.type === 'network error') return 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin'
  return outcome.type === 'blocked' && outcome.failure.request.mode === 'no-cors' ? 'net::ERR_FAILED' : null
}

const startOf = ({ response }: CheckMessage): number | null =>
  response !== null && !('fault' in response) ? response.started : null

/** At least a millisecond, so that the order of redirects to one URL is recorded. */
const msOf = ({ response }: CheckMessage): number =>
  response !== null && !('fault' in response) ? Math.max(1, Math.ceil(response.ms)) : 0

/** The writer of the recording. */
export interface Writer {
  readonly name: string
  readonly version: string
}

/** Returns one message as an entry in HAR format. */
export function entryOfMessage(
  { phase, request, response }: CheckMessage,
  started: number,
  time: number,
  error: string | null = null,
): object {
  const got = response !== null && !('fault' in response) ? response : null
  const fault = response !== null && 'fault' in response ? response : null
  return {
    startedDateTime: new Date(started).toISOString(),
    time,
    _resourceType: phase === 'preflight' ? 'preflight' : 'fetch',
    _initiator:
      phase === 'preflight' ? { type: 'preflight', url: request.url, requestId: '1' } : { type: 'script' },
    request: requestOf(request, got?.httpVersion ?? ''),
    response:
      got === null ? failed(fault) : { ...responseOf(got), ...(error === null ? {} : { _error: error }) },
  }
}

function requestOf({ method, url, headers, http2Headers }: WireRequest, httpVersion: string) {
  const sent = httpVersion === 'h2' ? (http2Headers ?? headers) : headers
  const hasHost = sent.some(([name]) => name.toLowerCase() === 'host')
  return {
    method,
    url,
    httpVersion,
    // Without a host, the headers would count as those of a request that was never sent.
    headers: named(hasHost ? sent : [['Host', new URL(url).host], ...sent]),
    cookies: [],
  }
}

function responseOf({ status, statusText, httpVersion, headers, body }: WireResponse) {
  const one = (name: string): string =>
    headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1] ?? ''
  return {
    status,
    statusText,
    httpVersion,
    headers: named(headers),
    cookies: [],
    redirectURL: isRedirectStatus(status) ? one('location') : '',
    content: { size: body.length, mimeType: one('content-type'), text: new TextDecoder().decode(body) },
  }
}

/** Without a fault, the browser refuses the request before it's sent; Chrome then writes an empty error. */
const failed = (fault: NetworkFault | null) => ({
  status: 0,
  statusText: '',
  httpVersion: '',
  headers: [],
  cookies: [],
  redirectURL: '',
  content: { size: 0, mimeType: '' },
  _error: fault === null ? '' : ERRORS[fault.fault],
})

/** Chrome's names for the same. */
const ERRORS: Readonly<Record<NetworkFault['fault'], string>> = {
  dns: 'net::ERR_NAME_NOT_RESOLVED',
  refused: 'net::ERR_CONNECTION_REFUSED',
  tls: 'net::ERR_CERT_INVALID',
  timeout: 'net::ERR_TIMED_OUT',
  closed: 'net::ERR_EMPTY_RESPONSE',
  protocol: 'net::ERR_INVALID_HTTP_RESPONSE',
}

const named = (headers: readonly (readonly [string, string])[]) =>
  headers.map(([name, value]) => ({ name, value }))
