import { describe, expect, it } from 'vitest'
import { redactHarEntry } from '../../src/redact/redact-har-entry.ts'
import { redactHeader } from '../../src/redact/redact-header.ts'
import { redacting } from '../../src/redact/redact-text.ts'
import { redactUrl } from '../../src/redact/redact-url.ts'
import { recordingRedaction } from './recording-redaction.ts'

describe('what CORS decides by is shown', () => {
  it.each([
    ['Access-Control-Allow-Headers', 'Bearer token, Content-Type'],
    ['Access-Control-Allow-Headers', 'X-Api-Key, X-Firebase-AppCheck, authorization'],
    ['Access-Control-Allow-Origin', 'https://app.example/?code=1'],
    ['Access-Control-Allow-Origin', 'null'],
    ['Access-Control-Allow-Origin', 'undefined'],
    ['Access-Control-Allow-Methods', 'GET, POST, TOKEN'],
    ['Access-Control-Request-Headers', 'x-api-key,x-csrf-token'],
    ['Access-Control-Expose-Headers', 'X-Auth-Token'],
    ['Origin', 'https://preview-4kjh3fn2a9s8d7f6g5h4j3k2l1.example'],
    ['Vary', 'Origin, X-Auth-Token'],
  ])('%s: %s', (name, value) => {
    for (const side of ['request', 'response'] as const) expect(redactHeader(name, value, side)).toBe(value)
    expect(redacting.value(`${name}: ${value}`)).toBe(`${name}: ${value}`)
  })

  it('also where a secret is the same as a name, a host or a method', () => {
    const redaction = recordingRedaction({
      sent: { Origin: 'https://app.example', Cookie: 'a=api.example.test', 'X-Api-Key': 'content-type' },
    })
    // A page that sets a header to its own name.
    const named = recordingRedaction({ sent: { 'X-Device-9f3': 'X-Device-9f3' } })
    expect(named.header('Access-Control-Allow-Headers', 'x-device-9f3, X-Device-9f3')).toContain(
      ', X-Device-9f3',
    )
    expect(named.header('X-Device-9f3', 'X-Device-9f3', 'request')).toBe('•••')
    expect(redaction.header('Access-Control-Allow-Headers', 'content-type')).toBe('content-type')
    expect(redaction.url('https://api.example.test/items')).toBe('https://api.example.test/items')
  })
})

describe('what a page sends by mistake is shown', () => {
  it.each([
    ['Authorization', 'Bearer undefined'],
    ['Authorization', 'Bearer null'],
    ['Authorization', 'Bearer [object Object]'],
    ['Authorization', 'undefined'],
    ['X-Api-Key', 'undefined'],
    ['X-Auth-Token', 'null'],
    ['X-Auth-Token', '[object Object]'],
    ['Cookie', 'sid=undefined'],
  ])('%s: %s', (name, value) => expect(redactHeader(name, value, 'request')).toBe(value))

  it.each(['https://api.test/items?token=undefined', 'https://api.test/items?access_token=null&x=1'])(
    '%s',
    (url) => expect(redactUrl(url)).toBe(url),
  )
})

describe('what only looks like a secret is shown', () => {
  it.each([
    'https://fonts.test/s/roboto/v30/KFOmCnqEu92Fr1Mu4mxKKTU1Kg.woff2',
    'https://app.test/assets/app-4KJh8sLq2ZpT0vXb4NfRw6Yc.js',
    'https://app.test/assets/index.B7dK9xQ2mZ4pL1vN8tRw.css',
    'https://api.test/shipping?code=US',
    'https://api.test/errors?code=404',
    'https://api.test/errors?code=INVALID_GRANT',
    'https://api.test/issues?state=open&sort_key=name',
    'https://api.test/items?lt=100&sort_key=name&invite=yes',
    'https://api.test/keys/main',
    'https://api.test/v1/accounts:lookup',
    'https://api.test/reset-password/confirm',
    'https://api.test/sessions/12',
    'https://id.test/auth/realms/prod-2/protocol/openid-connect',
    'https://api.test/tokens?limit=20',
    'https://api.test/items?session_timeout=30&token_type=Bearer',
    'https://api.test/v1/orders/3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    'https://api.test/users/64f1c0ffee64f1c0ffee64f1/posts?cursor=eyJpZCI6MTAwfQ',
    'https://app.test/_next/data/kJ8sLq2ZpT0vXb4NfRw6Y/index.json',
    'https://app.test/static/js/main.9f8e7d6c.chunk.js?v=1.2.3',
    'https://api.test/de-DE/products?locale=zh-Hant-TW&since=2026-01-01T00:00:00Z',
    'https://api.test/search?q=how%20to%20get%20a%20token',
    'https://api.test/errors?code=E1001',
    'https://api.test/i18n?key=menu.file.open&sort_key=name',
    'https://api.test/items?key=name',
    'https://api.test/auth/login?redirect=%2Fdashboard',
    'https://api.test/graphql?query=query(%24token%3AString!)%7Bme(token%3A%24token)%7Bid%7D%7D',
    'https://api.test/git/commit/da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'https://api.test/v2/hooks/use-effect',
  ])('%s', (url) => expect(redactUrl(url)).toBe(url))

  it.each([
    ['X-Session-Timeout', '30'],
    ['X-Auth-Enabled', 'true'],
    ['X-Requested-With', 'XMLHttpRequest'],
    ['X-Client-Version', '2026.11.3'],
    ['X-Tenant', 'acme'],
    ['Sec-WebSocket-Protocol', 'graphql-transport-ws, v12.stomp'],
    ['X-Count', '42'],
    ['Content-Type', 'multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW'],
    ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
    ['X-Correlation-Id', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['If-None-Match', 'W/"9f86d081884c7d659a2feaa0c55ad015"'],
    ['Accept-Language', 'en-US,en;q=0.9'],
  ])('a request with %s: %s', (name, value) => expect(redactHeader(name, value, 'request')).toBe(value))

  it.each([
    ['Server', 'nginx/1.25.3 (Ubuntu)'],
    ['Via', '1.1 4b2d1c7a8f9e0d6c5b4a3c2d1e0f9a8b.cloudfront.net (CloudFront)'],
    ['Link', '</assets/app-4KJh8sLq2ZpT0vXb4NfRw6Yc.js>; rel=preload'],
    ['X-Cache', 'Miss from cloudfront'],
    ['X-Amz-Cf-Id', 'kJ8sLq2ZpT0vXb4NfRw6YckJ8sLq2ZpT=='],
    ['Content-Security-Policy', "script-src 'sha256-kJ8sLq2ZpT0vXb4NfRw6YckJ8sLq2ZpT'"],
    ['WWW-Authenticate', 'Bearer realm="api", error="invalid_token", error_description="The token expired"'],
    ['Server-Timing', 'cache;desc="hit", db;dur=53'],
    ['Retry-After', '120'],
    ['X-Session-Expires', '2026-01-01T00:00:00Z'],
    ['X-Git-Sha', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['X-Amz-Version-Id', '3HL4kqtJvjVBH40Nrjfkd'],
    ['Permissions-Policy', 'geolocation=(), otp-credentials=(self)'],
    ['X-Error', 'password must be at least 12 characters'],
    ['X-Error', 'invalid%20token%20signature'],
    ['X-Error', 'API key required: see https://docs.test/keys'],
    ['Link', '</a.js>; rel=preload; integrity=sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
  ])('a response with %s: %s', (name, value) => expect(redactHeader(name, value)).toBe(value))

  it.each([
    "authLevel: 'function'",
    "credentials: 'include'",
    'Status code: 404.',
    'Basic authentication required',
    'bearer token missing',
  ])('the piece %s', (piece) => expect(redacting.value(piece)).toBe(piece))

  it.each([
    ['a word of the header', { 'X-Env': 'production' }, 'production'],
    ['a media type', { 'X-Accept': 'application/json; v=1' }, 'application/json; v=1'],
    ['the address of a page', { 'X-Page': 'https://app.example/cart?x=1' }, 'https://app.example/cart?x=1'],
    ['a date', { 'X-Since': '2026-01-01T00:00:00Z' }, '2026-01-01T00:00:00Z'],
    [
      'a host name that holds a header’s value',
      { 'X-Region': 'eu-west-1a' },
      'https://api.eu-west-1a.test/x',
    ],
  ])('%s where it recurs', (_, sent, text) => expect(recordingRedaction({ sent }).value(text)).toBe(text))
})

it('a HAR keeps what a diagnosis reads', () => {
  const entry = {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 12.5,
    timings: { send: 0, wait: 1, receive: 0, _blocked_queueing: 0.4 },
    _resourceType: 'fetch',
    _securityState: 'secure',
    _fromCache: 'disk',
    serverIPAddress: '2001:db8::1',
    connection: '443',
    cache: {},
    request: {
      method: 'PUT',
      httpVersion: 'h3',
      headersSize: -1,
      bodySize: 0,
      url: 'https://api.test/items',
      headers: [{ name: 'Origin', value: 'https://app.example' }],
      queryString: [],
      cookies: [],
    },
    response: {
      status: 0,
      statusText: 'Not Found',
      httpVersion: 'HTTP/1.1',
      headersSize: -1,
      bodySize: -1,
      _error: 'net::ERR_FAILED',
      _fetchedViaServiceWorker: false,
      _transferSize: 0,
      headers: [],
      cookies: [],
      content: { size: 0, mimeType: 'text/html; charset=utf-8' },
      redirectURL: '',
    },
  }
  expect(redactHarEntry(entry, redacting)).toEqual(entry)
})
