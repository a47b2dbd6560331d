import { isRedirectStatus } from '../fetch/response.ts'
import type { CheckMessage, PlayedCheck } from './play-check.ts'
import type { NetworkFault, WireRequest, WireResponse } from './wire.ts'

/** What a check sent and received, in HAR format. What wasn't sent isn't in it, but for what a browser refuses. */
export function harOfCheck({ messages }: PlayedCheck, writer: Writer): object {
  const last = messages.findLast(({ response }) => response !== null && !('fault' in response))?.response
  const from = last !== null && last !== undefined && !('fault' in last) ? last.started : writer.now
  let started = from
  const entries = messages
    .filter(
      ({ response, notSent }) => response !== null || notSent === 'mixed content' || notSent === 'refused',
    )
    .map((message) => {
      const { response } = message
      if (response !== null && !('fault' in response)) started = response.started
      else started += 1
      return entryOf(message, started)
    })
  return { log: { version: '1.2', creator: { name: writer.name, version: writer.version }, entries } }
}

/** Who writes the recording. */
export interface Writer {
  readonly name: string
  readonly version: string
  /** Milliseconds since the epoch, for what got no response. */
  readonly now: number
}

function entryOf({ phase, request, response }: CheckMessage, started: number): object {
  const got = response !== null && !('fault' in response) ? response : null
  const fault = response !== null && 'fault' in response ? response : null
  return {
    startedDateTime: new Date(started).toISOString(),
    time: got?.ms ?? 0,
    _resourceType: phase === 'preflight' ? 'preflight' : 'fetch',
    _initiator:
      phase === 'preflight' ? { type: 'preflight', url: request.url, requestId: '1' } : { type: 'script' },
    request: requestOf(request, got?.httpVersion ?? ''),
    response: got === null ? failed(fault) : responseOf(got),
  }
}

function requestOf({ method, url, headers, http2Headers }: WireRequest, httpVersion: string) {
  const sent = httpVersion === 'h2' ? (http2Headers ?? headers) : headers
  return {
    method,
    url,
    httpVersion,
    // Without a host, the headers would count as those of a request that was never sent.
    headers: named([['Host', new URL(url).host], ...sent]),
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
