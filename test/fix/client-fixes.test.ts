import { describe, expect, test } from 'vitest'
import { sharedWith } from '../../src/fix/policy/shared-with.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { plain } from '../../src/text/plain.ts'
import type { Text } from '../../src/text/text.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry, chromePreflight, type EntryDescription, harText } from '../make-har.ts'

const BLOCKED = { status: 0, error: 'net::ERR_FAILED' }
const PAGE = 'https://app.example'
const ALLOWED = { 'Access-Control-Allow-Origin': PAGE }
const SHARED = 'The recorded responses would then be allowed in Chrome, Firefox and Safari.'

/** It leads to another foreign origin, so that the browser hides who asks. */
const REDIRECT = chromeEntry({
  url: 'https://a.test/x',
  status: 302,
  response: { ...ALLOWED, Location: 'https://b.test/y' },
})

/** What the plan for the first fetch of a recording says, in words. */
function planOf(...entries: readonly object[]) {
  const read = readHarText(harText(entries), 0, 'test.har')
  const [diagnosis] = diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value })
  if (diagnosis?.plan === null || diagnosis === undefined) throw new Error('nothing is blocked')
  const { plan } = diagnosis
  const words = (all: readonly Text[]) => all.map((advice) => plain(advice, (value) => value))
  return {
    diagnosis,
    policy: plan.policy,
    target: plan.target,
    required: words(plan.required),
    alternatives: words(plan.alternatives),
    why: plain(plan.why, (value) => value),
  }
}

/** A request whose preflight allows the page, but not what it asks for. */
const preflighted = (method: string, asks: string, allows: Readonly<Record<string, string>>) => [
  chromeEntry({ method, ...BLOCKED }),
  chromePreflight({ method, asks, response: { ...ALLOWED, ...allows } }),
]

const redirect = (from: string, to: string, more: EntryDescription = {}) =>
  chromeEntry({ url: from, status: 301, response: { Location: to }, error: 'net::ERR_FAILED', ...more })

describe('what only the page can change is said with its own values', () => {
  test('a method in lowercase', () => {
    const { required, why, diagnosis, policy } = planOf(
      ...preflighted('patch', '', { 'Access-Control-Allow-Methods': 'PATCH' }),
    )
    expect(required).toEqual(['Write the method in uppercase: `PATCH` instead of `patch`.'])
    expect(why).toContain('With this policy and the change in the page, Chrome')
    expect(policy?.methods).toEqual(['PATCH'])
    if (policy !== null) expect(sharedWith(diagnosis, policy)).toHaveLength(3)
  })

  test('a method in upper case that the server has in lowercase is not of these', () => {
    const { required } = planOf(...preflighted('PATCH', '', { 'Access-Control-Allow-Methods': 'patch' }))
    expect(required).toEqual([])
  })

  test('a response header that it sends', () => {
    const { required, policy } = planOf(
      ...preflighted('GET', 'access-control-allow-origin,x-api-key', {
        'Access-Control-Allow-Headers': 'x-api-key',
      }),
    )
    expect(required).toEqual([
      'Remove `access-control-allow-origin` from the request; only the server can send it.',
    ])
    expect(policy?.headers).toEqual(['x-api-key'])
  })

  test('a redirect that hides who asks, where the last server allows the page already', () => {
    const { required, policy, why } = planOf(
      REDIRECT,
      chromeEntry({
        url: 'https://b.test/y',
        at: 30,
        request: { Origin: 'null' },
        response: ALLOWED,
        error: 'net::ERR_FAILED',
      }),
    )
    expect(required).toEqual([
      'Call `https://b.test/y` directly: after the redirect, the browser sends `Origin: null`.',
    ])
    expect(policy).toBeNull()
    expect(why).toBe(SHARED)
  })

  test('the same, where the last server allows somebody else: it needs a policy too', () => {
    const { target, policy, why, diagnosis } = planOf(
      REDIRECT,
      chromeEntry({
        url: 'https://b.test/y',
        at: 30,
        request: { Origin: 'null' },
        response: { 'Access-Control-Allow-Origin': 'https://other.example' },
        error: 'net::ERR_FAILED',
      }),
    )
    expect({ target, origins: policy?.origins }).toEqual({ target: 'https://b.test', origins: [PAGE] })
    expect(why).toContain('With this policy and the change in the page')
    if (policy !== null) expect(sharedWith(diagnosis, policy)).toHaveLength(3)
  })

  test('a redirect to a login should not be followed, and it is no server to fix', () => {
    const { required, policy } = planOf(
      chromeEntry({
        url: 'https://a.test/x',
        status: 302,
        response: { ...ALLOWED, Location: 'https://login.b.test/authorize' },
      }),
      chromeEntry({
        url: 'https://login.b.test/authorize',
        at: 30,
        request: { Origin: 'null' },
        error: 'net::ERR_FAILED',
      }),
    )
    expect(required).toEqual([
      "Navigate the whole page to the login at `https://login.b.test/authorize`: a fetch can't log in, and the API should respond with 401 instead of redirecting there.",
    ])
    expect(policy).toBeNull()
  })

  test('a mode that allows no other origin', () => {
    const { required, policy } = planOf(
      chromeEntry({
        status: 0,
        error: 'net::ERR_FAILED',
        request: { 'Sec-Fetch-Mode': 'same-origin', Origin: PAGE },
      }),
    )
    expect(required).toEqual([
      "Remove `mode: 'same-origin'`: with it the browser never requests `https://api.test/items`. After that, the server's CORS headers decide.",
    ])
    expect(policy).toBeNull()
  })

  test('a redirect out of http and https', () => {
    const { required } = planOf(
      redirect('https://api.test/x', 'myapp://done', {
        response: { ...ALLOWED, Location: 'myapp://done' },
        error: 'net::ERR_UNSAFE_REDIRECT',
      }),
    )
    expect(required).toEqual([
      "Call a URL that doesn't redirect to `myapp://done`: fetch only follows http and https; the server can return the address in the body instead.",
    ])
  })

  test('a page from disk, and a frame without an origin', () => {
    const asked = { page: 'null', response: ALLOWED, error: 'net::ERR_FAILED' }
    const initiator = (url: string) => ({
      _initiator: { type: 'script', stack: { callFrames: [{ url, lineNumber: 0, columnNumber: 0 }] } },
    })
    expect(
      planOf(
        chromeEntry({
          ...asked,
          request: { Referer: null },
          fields: initiator('file:///home/me/index.html'),
        }),
      ).required,
    ).toEqual([expect.stringMatching(/^Serve `file:\/\/\/home\/me\/index\.html` from a local web server/)])
    expect(
      planOf(chromeEntry({ ...asked, fields: initiator('https://shop.example/widget.js') })).required,
    ).toEqual([
      expect.stringMatching(
        /^Give the frame an origin: .*the page at `https:\/\/shop\.example` send the request/,
      ),
    ])
  })
})

describe('what the page could change instead of the server', () => {
  test.each([
    [
      'sentry-trace,baggage',
      'remove `baggage` and `sentry-trace` from requests to `api.test`: leave `api.test` out of `tracePropagationTargets` of `Sentry.init`',
    ],
    ['x-datadog-trace-id,x-datadog-parent-id', 'out of `allowedTracingUrls` of Datadog'],
    ['newrelic,traceparent', 'out of `distributed_tracing.allowed_origins` of New Relic'],
    ['traceparent', 'out of `propagateTraceHeaderCorsUrls` of OpenTelemetry'],
    ['request-id', 'add `api.test` to `correlationHeaderExcludedDomains` of Application Insights'],
    ['x-requested-with', 'remove `X-Requested-With` unless'],
    ['content-type', 'remove `Content-Type`: a `GET` has no body'],
    ['cache-control,pragma', "use `cache: 'no-store'` instead of `cache-control` and `pragma`"],
  ])('without %s no preflight is needed', (asks, advice) => {
    const { alternatives, required } = planOf(...preflighted('GET', asks, {}))
    expect(required).toEqual([])
    expect(alternatives).toEqual([expect.stringContaining(advice)])
    expect(alternatives[0]).toMatch(/^Alternatively, in the page: /)
    expect(alternatives[0]).toContain(
      "Then no preflight is needed; whether the response allows `https://app.example` wasn't recorded.",
    )
  })

  test('without tracing headers the preflight that was answered would pass', () => {
    const { alternatives } = planOf(
      ...preflighted('PUT', 'content-type,traceparent', {
        'Access-Control-Allow-Methods': 'PUT',
        'Access-Control-Allow-Headers': 'content-type',
      }),
    )
    expect(alternatives[0]).toContain(
      "The recorded preflight would then pass in Chrome, Firefox and Safari; the response itself wasn't recorded.",
    )
  })

  test.each([
    ['a header that the API is meant to read', preflighted('GET', 'x-api-key', {})],
    ['Content-Type with a body', preflighted('POST', 'content-type', {})],
    [
      'a tracing header beside a method that is refused as well',
      preflighted('PUT', 'traceparent', { 'Access-Control-Allow-Headers': 'x' }),
    ],
  ])('%s is not left out', (_, entries) => expect(planOf(...entries).alternatives).toEqual([]))

  const withCredentials = (allow: string) =>
    planOf(
      chromeEntry({
        credentials: 'include',
        response: { 'Access-Control-Allow-Origin': allow },
        error: 'net::ERR_FAILED',
      }),
    ).alternatives

  test.each(['*', PAGE])('credentials, where the server allows %s without', (allow) =>
    expect(withCredentials(allow)).toEqual([
      `Alternatively, in the page: if this API doesn't need cookies, remove \`credentials: 'include'\` (in XMLHttpRequest and axios: \`withCredentials\`). ${SHARED}`,
    ]),
  )

  test('credentials are not at fault where the server allows somebody else', () =>
    expect(withCredentials('https://other.example')).toEqual([]))

  test.each([
    ['http://api.test/items', 'https://api.test/items', 'it is https'],
    ['https://api.test/items', 'https://api.test/items/', 'only the slash differs'],
    ['https://api.test/items', 'https://www.api.test/items', 'the host has another name'],
    ['http://api.test/items', 'https://www.api.test/items', 'it is https and the host has another name'],
  ])('%s can be asked as %s', (from, to, differs) =>
    expect(planOf(redirect(from, to, { page: 'http://app.example' })).alternatives).toEqual([
      `Alternatively, in the page: call \`${to}\` directly (${differs}). Its response wasn't recorded.`,
    ]),
  )

  test('the preflight of a redirected URL, too', () => {
    const [url, to] = ['https://api.test/items', 'https://api.test/items/']
    const { alternatives } = planOf(
      chromeEntry({ url, method: 'PUT', ...BLOCKED }),
      chromePreflight({ url, method: 'PUT', status: 307, response: { ...ALLOWED, Location: '/items/' } }),
    )
    expect(alternatives[0]).toContain(`call \`${to}\` directly`)
  })

  test.each([
    ['https://api.test/items', 'https://login.test/signin?return=%2Fitems'],
    ['https://api.test/items', 'http://api.test/items'],
    ['https://api.test/', 'https://other.test/'],
    ['https://api.test/items', 'https://me:secret@api.test/items/'],
  ])('%s is not to be asked as %s', (from, to) => expect(planOf(redirect(from, to)).alternatives).toEqual([]))

  const allowedTo = (page: string, allow: string) =>
    planOf(
      chromeEntry({
        url: 'http://localhost:9000/items',
        page,
        response: { 'Access-Control-Allow-Origin': allow },
        error: 'net::ERR_FAILED',
      }),
    ).alternatives

  test.each([
    ['http://localhost:3000', 'http://127.0.0.1:3000', 'open it at `http://127.0.0.1:3000`'],
    ['https://app.example', 'https://www.app.example', 'serve it only from `https://www.app.example`'],
    ['http://app.example', 'https://app.example', 'serve it only from `https://app.example`'],
  ])('a page at %s could be at %s', (page, allow, advice) => {
    const [alternative] = allowedTo(page, allow)
    expect(alternative).toContain(`Alternatively, in the page: ${advice}`)
    expect(alternative).toContain(SHARED)
  })

  test.each([
    ['https://app.example', 'http://app.example'],
    ['http://localhost:3000', 'http://127.0.0.1:4000'],
    ['https://app.example', 'https://web.app.example'],
  ])('a page at %s should not be moved to %s', (page, allow) => expect(allowedTo(page, allow)).toEqual([]))
})
