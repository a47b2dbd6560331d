import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactHeader } from '../../src/redact/redact-header.ts'

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl-x_y'

describe('redactHeader', () => {
  it.each([
    ['Cookie', 'a=1; b=2=3;c', 'a=•••; b=•••;•••'],
    ['cookie', 'a=', 'a='],
    ['Sec-WebSocket-Protocol', 'chat, ghp_0123456789abcdefABCD', 'chat, ghp_•••'],
    ['Server-Timing', 'auth;desc="token=abc"', 'auth;desc="token=•••"'],
    [
      'X-Log',
      '-----BEGIN PRIVATE KEY-----\\nMIIEvQ\\n-----END PRIVATE KEY-----',
      '•••-----END PRIVATE KEY-----',
    ],
    [
      'Set-Cookie',
      'sid=abc; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly; Secure; SameSite=None',
      'sid=•••; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly; Secure; SameSite=None',
    ],
    ['Set-Cookie', 'a=1; Path=/, b=2; Max-Age=5', 'a=•••; Path=•••; Max-Age=5'],
    ['Set-Cookie', 'a=1; Secure, b=2; odd=x', 'a=•••; Secure, b=•••; odd=•••'],
    ['Authorization', 'Bearer abc', 'Bearer •••'],
    ['authorization', 'AWS4-HMAC-SHA256 Credential=a, Signature=b', 'AWS4-HMAC-SHA256 •••'],
    ['Proxy-Authorization', 'Basic dXNlcjpwdw==', 'Basic •••'],
    ['Authorization', 'Bearer', 'Bearer'],
    ['Authorization', 'abc', '•••'],
    ['Authorization', 'my secret', '•••'],
    ['X-API-Key', 'abc', '•••'],
    ['api-key', 'abc', '•••'],
    ['X-Auth-Token', 'abc', '•••'],
    ['X-CSRF-Token', '', ''],
    ['X-Amz-Security-Token', 'abc', '•••'],
    ['X-My-Password-Hint', 'abc', '•••'],
    ['Mcp-Session-Id', 'abc', '•••'],
    ['Stripe-Signature', 't=1,v1=abc', '•••'],
    ['Ocp-Apim-Subscription-Key', 'abc', '•••'],
    ['X-Shopify-Access-Token', 'abc', '•••'],
    ['Cf-Access-Client-Secret', 'abc', '•••'],
    ['Location', '/cb?code=abc', '/cb?code=•••'],
    ['Referer', 'https://u:p@a.example/?token=abc', 'https://•••@a.example/?token=•••'],
    [
      'Link',
      '</x?token=abc>; rel=next, <https://a.example/?sig=b>; rel=x',
      '</x?token=•••>; rel=next, <https://a.example/?sig=•••>; rel=x',
    ],
    ['Refresh', '0; url=/x?token=abc', '0; url=/x?token=•••'],
    ['X-Forwarded', `by ${jwt}, then`, 'by •••, then'],
    ['X-Upstream', 'Bearer abc', 'Bearer •••'],
    ['X-Note', 'key ghp_abcdefghijklmnopqrst0123', 'key ghp_•••'],
    [
      'Access-Control-Allow-Origin',
      'https://a.example,https://u:p@b.example',
      'https://a.example,https://•••@b.example',
    ],
  ])('shows %s: %s as %s', (name, value, shown) => expect(redactHeader(name, value)).toBe(shown))

  it.each([
    ['Access-Control-Request-Headers', 'authorization,x-api-key,x-csrf-token'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Origin', 'https://a.example, https://b.example'],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ['Sec-WebSocket-Accept', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
    ['Idempotency-Key', '3f2b8c1e'],
    ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
    ['X-Request-Id', 'abc'],
    ['ETag', 'W/"9f86d081884c7d659a2feaa0c55ad015"'],
    ['WWW-Authenticate', 'Bearer realm="x", error="invalid_token"'],
    ['WWW-Authenticate', 'Basic realm="x"'],
    ['Content-Type', 'multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW'],
    ['Vary', 'Origin, Cookie, Authorization'],
    ['Cache-Control', 'private, max-age=0'],
    ['X-RateLimit-Remaining-Tokens', '12'],
    ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
    ['Origin', 'null'],
  ])('shows %s: %s as it is', (name, value) => expect(redactHeader(name, value)).toBe(value))

  it('never shows a planted secret, nor how long it is, and changes nothing the second time', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9._~+/-]{0,60}$/).map((value) => `S3CR3T${value}`)
    const plant = fc.constantFrom<readonly [string, (secret: string) => string]>(
      ['Cookie', (secret) => `a=${secret}; b=${secret}`],
      ['Set-Cookie', (secret) => `a=${secret}; Path=/; HttpOnly`],
      ['Authorization', (secret) => `Bearer ${secret}`],
      ['Authorization', (secret) => secret],
      ['Authorization', (secret) => `Unknown ${secret}`],
      ['X-Api-Key', (secret) => secret],
      ['x-vault-token', (secret) => secret],
      ['X-Whatever', (secret) => `Bearer ${secret}`],
      ['X-Whatever', (secret) => `eyJhbGciOiJI.eyJ${secret}.${secret}`.replace(/[~+/]/g, '_')],
      ['Content-Location', (secret) => `/x?access_token=${encodeURIComponent(secret)}`],
    )
    fc.assert(
      fc.property(plant, secret, ([name, planted], secret) => {
        const shown = redactHeader(name, planted(secret))
        expect(shown).not.toContain('S3CR3T')
        expect(shown).toBe(redactHeader(name, planted('S3CR3Tother')))
        expect(redactHeader(name, shown)).toBe(shown)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: 'binary' }),
        (name, value) => void redactHeader(name, value),
      ),
    )
  })
})
