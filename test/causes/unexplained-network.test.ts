import { describe } from 'vitest'
import { chromeEntry, chromePreflight, firefoxEntry, firefoxPreflight } from '../make-har.ts'
import { type CauseCase, testCauses } from './cause-cases.ts'

const failed = (error: string, rest = {}) => [chromeEntry({ status: 0, error, ...rest })]
const inFirefox = (securityState: string, rest = {}) => ({
  entries: [firefoxEntry({ status: 0, securityState, ...rest })],
  creator: 'Firefox',
})

/** [what Chrome writes, the cause that it names, another error that is not that cause] */
const named: readonly (readonly [string, string, string])[] = [
  ['net::ERR_NAME_NOT_RESOLVED', 'name-not-resolved', 'net::ERR_CONNECTION_REFUSED'],
  ['net::ERR_CONNECTION_REFUSED', 'connection-refused', 'net::ERR_CONNECTION_RESET'],
  ['net::ERR_ADDRESS_UNREACHABLE', 'connection-refused', 'net::ERR_TIMED_OUT'],
  ['net::ERR_EMPTY_RESPONSE', 'connection-lost', 'net::ERR_CONNECTION_TIMED_OUT'],
  ['net::ERR_HTTP2_PROTOCOL_ERROR', 'connection-lost', 'net::ERR_ABORTED'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out', 'net::ERR_EMPTY_RESPONSE'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'tls-failed', 'net::ERR_CONNECTION_CLOSED'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'tls-failed', 'net::ERR_FAILED'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline', 'net::ERR_NAME_NOT_RESOLVED'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy-unreachable', 'net::ERR_CONNECTION_REFUSED'],
  ['net::ERR_INSUFFICIENT_RESOURCES', 'network-failed', 'net::ERR_FAILED'],
  ['net::ERR_ABORTED', 'aborted', 'net::ERR_FAILED'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-client', 'net::ERR_BLOCKED_BY_ORB'],
  ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked-by-client', 'net::ERR_FAILED'],
]

describe('an error that Chrome names', () => {
  testCauses(
    named.flatMap(([error, id, other]): CauseCase[] => [
      { when: `${error} is ${id}`, entries: failed(error), shows: id, confidence: 'high' },
      { when: `${error} needs no second opinion`, entries: failed(error), showsNot: 'browser-refused' },
      { when: `${other} is not ${id}`, entries: failed(other), showsNot: id },
    ]),
  )
  testCauses([
    {
      when: 'a preflight that was refused counts, whatever its request says',
      entries: [
        chromePreflight({ method: 'PUT', status: 0, error: 'net::ERR_CONNECTION_REFUSED' }),
        chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
      ],
      shows: 'connection-refused',
    },
    {
      when: 'a stream as body needs HTTP/2',
      entries: failed('net::ERR_ALPN_NEGOTIATION_FAILED', { method: 'POST' }),
      shows: 'streaming-upload-needs-http2',
      confidence: 'medium',
    },
    {
      when: 'a GET has no body that could be a stream',
      entries: failed('net::ERR_ALPN_NEGOTIATION_FAILED'),
      showsNot: 'streaming-upload-needs-http2',
    },
    {
      when: 'an abort after a redirect is not the page’s doing for sure',
      entries: [
        chromeEntry({
          status: 302,
          error: 'net::ERR_ABORTED',
          response: { 'Access-Control-Allow-Origin': '*', Location: 'https://b.test/' },
        }),
      ],
      showsNot: 'aborted',
    },
    {
      when: 'a response without any header of CORS needs no root cause of the network',
      entries: [chromeEntry({ error: 'net::ERR_FAILED' })],
      showsNot: 'browser-refused',
    },
  ])
})

describe('a status 0 of Firefox', () => {
  testCauses([
    { when: 'broken is TLS', ...inFirefox('broken'), shows: 'tls-failed', confidence: 'high' },
    { when: 'secure is not TLS', ...inFirefox('secure'), showsNot: 'tls-failed' },
    { when: 'insecure on https may be the name', ...inFirefox('insecure'), shows: 'name-not-resolved' },
    { when: 'insecure on https may be the port', ...inFirefox('insecure'), shows: 'connection-refused' },
    { when: 'secure is no name', ...inFirefox('secure'), showsNot: 'name-not-resolved' },
    { when: 'secure is no refused connection', ...inFirefox('secure'), showsNot: 'connection-refused' },
    {
      when: 'secure is a lost answer',
      ...inFirefox('secure'),
      shows: 'connection-lost',
      confidence: 'medium',
    },
    { when: 'secure may be an abort', ...inFirefox('secure'), shows: 'aborted', confidence: 'low' },
    { when: 'insecure is no abort', ...inFirefox('insecure'), showsNot: 'aborted' },
    {
      when: 'a preflight without an answer speaks for its request',
      entries: [
        firefoxPreflight({ method: 'PUT', status: 0, securityState: 'broken' }),
        firefoxEntry({
          method: 'PUT',
          status: 0,
          neverSent: true,
          fields: { _securityState: 'insecure' },
        }),
      ],
      creator: 'Firefox',
      shows: 'tls-failed',
    },
  ])
})
