import { chromeEntry, chromePreflight, firefoxEntry } from '../../make-har.ts'
import { afterPreflight, blocked, ECHO, FAILED, shared } from '../exchanges.ts'
import type { Practice, Recording } from './practice.ts'

const WITH_CREDENTIALS = { ...ECHO, 'Access-Control-Allow-Credentials': 'true' }
const failed = (error: string, rest = {}): Recording => [chromeEntry({ status: 0, error, ...rest })]
const image = (error: string, response = {}): Recording => [
  chromeEntry({ mode: 'no-cors', type: 'image', error, response }),
]
const neverSent = { status: 0, error: '', request: { Referer: '' } }

const kept = (seconds: string): readonly object[] =>
  afterPreflight({ error: null, response: ECHO }, { response: { 'Access-Control-Max-Age': seconds } })

export const caches: readonly Practice[] = [
  [
    'a cache between gives another page’s copy',
    {
      'cdn-cached-without-vary': [
        blocked({
          response: {
            'Access-Control-Allow-Origin': 'https://old.example',
            'X-Cache': 'Hit from cloudfront',
          },
        }),
      ],
    },
  ],
  [
    'a CDN keeps Origin to itself',
    {
      'cdn-withholds-origin': [
        blocked({
          response: {
            ...{ Via: '1.1 abc.cloudfront.net (CloudFront)', 'X-Cache': 'Miss from cloudfront' },
            Server: 'AmazonS3',
          },
        }),
      ],
    },
  ],
  [
    'an image filled the browser’s cache',
    {
      'img-cached-then-fetch': [
        chromeEntry({ mode: 'no-cors', type: 'image' }),
        chromeEntry({ at: 500, status: 0, ...FAILED }),
      ],
      'http-cache': [chromeEntry({ status: 0, ...FAILED })],
    },
  ],
  ['Vary is overwritten, or missing without Origin', { 'vary-origin-missing': [shared()] }],
  ['a preflight is kept longer than the browser will', { 'max-age-above-limit': kept('86400') }],
  ['a preflight is not kept at all', { 'max-age-zero': kept('0') }],
]

export const page: readonly Practice[] = [
  ['mode no-cors as a way around', { 'no-cors-as-a-fix': [chromeEntry({ mode: 'no-cors' })] }],
  [
    'a file, a sandboxed frame',
    {
      'page-from-disk': [
        blocked({
          ...{ page: 'null', request: { Origin: 'null', Referer: null }, response: ECHO },
          fields: {
            _initiator: { type: 'script', stack: { callFrames: [{ url: 'file:///home/a/index.html' }] } },
          },
        }),
      ],
      'sandboxed-frame': [blocked({ request: { Origin: 'null' }, response: ECHO })],
      'request-origin-null': [blocked({ request: { Origin: 'null' }, response: ECHO })],
    },
  ],
  [
    'the cookie is kept back',
    {
      'cookie-withheld': [
        chromeEntry({
          ...{ method: 'POST', credentials: 'include', url: 'https://api.test/login' },
          response: { ...WITH_CREDENTIALS, 'Set-Cookie': 'session=abc; HttpOnly; Secure' },
        }),
        chromeEntry({ at: 500, status: 401, credentials: 'include', response: WITH_CREDENTIALS }),
      ],
    },
  ],
  [
    'a header of the response cannot be read',
    { 'response-header-not-exposed': [chromeEntry({ response: { ...ECHO, 'X-Total-Count': '120' } })] },
  ],
]

export const notCors: readonly Practice[] = [
  [
    'the local network',
    {
      'local-network-access': [
        chromePreflight({ status: 0, error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' }),
        chromeEntry({ method: 'PUT', status: 0, ...FAILED }),
      ],
    },
  ],
  ['mixed content', { 'mixed-content': [chromeEntry({ ...neverSent, url: 'http://api.test/' })] }],
  [
    'an ad blocker, or tracking protection',
    {
      'blocked-by-client': failed('net::ERR_BLOCKED_BY_CLIENT'),
      'blocked-by-tracking-protection': {
        firefox: [firefoxEntry({ status: 0, neverSent: true, request: { Connection: 'keep-alive' } })],
      },
    },
  ],
  [
    'name, connection, certificate',
    {
      'name-not-resolved': failed('net::ERR_NAME_NOT_RESOLVED'),
      'connection-refused': failed('net::ERR_CONNECTION_REFUSED'),
      'tls-failed': failed('net::ERR_CERT_AUTHORITY_INVALID'),
      'timed-out': failed('net::ERR_CONNECTION_TIMED_OUT'),
    },
  ],
  ['the page’s own policy', { csp: [chromeEntry({ ...neverSent, type: 'xhr' })] }],
  [
    'policies about embedding',
    {
      corp: image('net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', {
        'Cross-Origin-Resource-Policy': 'same-origin',
      }),
      coep: image('net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep'),
      orb: image('net::ERR_BLOCKED_BY_ORB'),
    },
  ],
  ['a service worker', { 'service-worker': failed('net::ERR_FAILED') }],
  ['an extension changed the headers', { 'headers-rewritten': [chromeEntry({ ...FAILED, response: ECHO })] }],
]
