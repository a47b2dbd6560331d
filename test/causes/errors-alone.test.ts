import { describe, expect, it } from 'vitest'
import { plain } from '../../src/text/plain.ts'
import { chromeEntry, type EntryDescription, firefoxEntry } from '../make-har.ts'
import { causesIn, testCauses } from './cause-cases.ts'
import { afterPreflight, blocked, ECHO, FAILED, PAGE, served, shared, stopped } from './exchanges.ts'

const words = (entries: readonly object[], creator?: string) =>
  causesIn({ when: '', entries, ...(creator === undefined ? {} : { creator }) }).map(
    ({ id, summary, detail }) => ({
      id,
      said: plain([...summary, ' ', ...detail], (value) => value),
    }),
  )

const lone = (status: number, response: EntryDescription['response'] = {}): readonly object[] => [
  blocked({ status, response: { 'Content-Type': null, ...response } }),
]

describe('an error response with nothing to compare it with', () => {
  it.each([
    400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 413, 415, 418, 419, 422, 429, 431, 451, 500, 501, 502,
    503, 504, 508, 520, 521, 522, 523, 524, 525, 526, 530, 599,
  ])('%i has a cause', (status) => {
    const [first, ...rest] = words(lone(status))
    expect(first?.said).toContain(String(status))
    expect(rest).toEqual([])
  })

  it.each([
    [401, /isn't authenticated/],
    [404, /check the path, the base URL/],
    [405, /It accepts `GET, HEAD`\./],
    [419, /CSRF token/],
    [431, /cookies/],
    [500, /the exception is in its log/],
    [522, /couldn't connect to the server in time/],
  ])('says what %i usually means', (status, means) =>
    expect(words(lone(status, { Allow: 'GET, HEAD' }))[0]?.said).toMatch(means),
  )

  it.each<[string, number, NonNullable<EntryDescription['response']>, RegExp]>([
    [
      'nginx',
      403,
      { Server: 'nginx/1.22.1', 'Content-Type': 'text/html', 'Content-Length': '555' },
      /^nginx made this 403 response itself.*`deny`.*`always`.*Recognized by `Server: nginx\/1\.22\.1`/,
    ],
    [
      'an application behind nginx',
      403,
      { Server: 'nginx/1.22.1', 'Content-Type': 'application/json', 'Content-Length': '30' },
      /^Most likely the application responded with 403.*permissions/,
    ],
    [
      'Cloudflare',
      522,
      {
        server: 'cloudflare',
        'cf-ray': '1',
        'content-type': 'text/plain; charset=UTF-8',
        'content-length': '15',
      },
      /^Cloudflare made this 522 .*firewall blocks Cloudflare/,
    ],
    [
      'Starlette',
      500,
      { server: 'uvicorn', 'content-type': 'text/plain; charset=utf-8', 'content-length': '21' },
      /^Starlette \(FastAPI\) responded with 500.*wrap the whole application/,
    ],
    [
      'another framework behind uvicorn',
      500,
      { server: 'uvicorn', 'content-type': 'application/json', 'content-length': '33' },
      /^The application behind uvicorn responded with 500/,
    ],
    [
      'S3',
      403,
      { server: 'AmazonS3', 'content-type': 'application/xml', 'x-amz-request-id': '1' },
      /^No CORS rule of the bucket/,
    ],
    ['Kestrel', 415, { Server: 'Kestrel' }, /^ASP\.NET Core responded with 415.*`Content-Type`/],
  ])('says whose error it is: %s', (_, status, response, said) =>
    expect(words(lone(status, response))[0]?.said).toMatch(said),
  )

  it('says so in Firefox too', () => {
    const [first] = words(
      [
        firefoxEntry({
          status: 500,
          response: {
            server: 'uvicorn',
            'content-type': 'text/plain; charset=utf-8',
            'content-length': '21',
          },
        }),
      ],
      'Firefox',
    )
    expect(first).toMatchObject({ id: 'error-response', said: expect.stringContaining('Starlette') })
  })

  testCauses([
    { when: 'a 500 alone', entries: lone(500), shows: 'error-response', confidence: 'medium' },
    {
      when: 'a 500 beside a response with the headers',
      entries: [shared(), blocked({ status: 500 })],
      showsNot: 'error-response',
    },
    {
      when: 'a 500 with the header for another page is no such error',
      entries: [blocked({ status: 500, response: { 'Access-Control-Allow-Origin': 'https://b.example' } })],
      showsNot: 'error-response',
    },
    { when: 'a 200 is no error', entries: [blocked()], showsNot: 'error-response' },
    {
      when: 'a challenge is more than its status',
      entries: lone(403, { 'CF-Mitigated': 'challenge' }),
      showsNot: 'error-response',
    },
    {
      when: 'a request from disk may fail with an error all the same',
      entries: [
        chromeEntry({
          ...FAILED,
          status: 500,
          request: { Origin: 'null' },
          fields: { _initiator: { type: 'script', url: 'file:///home/me/index.html' } },
        }),
      ],
      shows: 'error-response',
    },
  ])
})

describe('a preflight that fails with an error', () => {
  it.each([400, 403, 408, 411, 415, 418, 419, 422, 431, 500, 508, 520, 522, 530])(
    '%i has a cause',
    (status) => {
      const [first] = words(stopped({ status }))
      expect(first).toMatchObject({ id: 'preflight-error', said: expect.stringContaining(String(status)) })
    },
  )

  it('has one although it has the header', () =>
    expect(words(stopped({ status: 500, response: ECHO }))[0]?.id).toBe('preflight-error'))

  testCauses([
    {
      when: 'a 415 to OPTIONS',
      entries: stopped({ status: 415 }),
      shows: 'preflight-error',
      confidence: 'medium',
    },
    {
      when: 'a login has a cause of its own',
      entries: stopped({ status: 401 }),
      showsNot: 'preflight-error',
    },
    {
      when: 'so has a route that is missing',
      entries: stopped({ status: 405 }),
      showsNot: 'preflight-error',
    },
    {
      when: 'a 204 without headers is no error',
      entries: stopped({ status: 204 }),
      showsNot: 'preflight-error',
    },
    {
      when: 'an error after the preflight',
      entries: afterPreflight({ status: 415 }),
      showsNot: 'preflight-error',
    },
    {
      when: 'a static location of nginx is no router either',
      entries: stopped({
        status: 405,
        response: { Server: 'nginx', 'Content-Type': 'text/html', 'Content-Length': '552' },
      }),
      showsNot: 'options-not-routed',
    },
    {
      when: 'S3 has no middleware to install',
      entries: stopped({ status: 405, response: { Server: 'AmazonS3' } }),
      showsNot: 'options-not-routed',
    },
    {
      when: 'S3 has no middleware to install, but an answer to what to do',
      entries: stopped({ status: 405, response: { Server: 'AmazonS3' } }),
      shows: 'preflight-error',
      confidence: 'high',
    },
  ])
})

describe('a redirect that nothing says more of', () => {
  const url = 'https://api.test/v1/items'
  const to = (Location: string) =>
    stopped({ url, status: 308, error: 'net::ERR_INVALID_REDIRECT', response: { Location } })
  testCauses([
    { when: 'of a preflight', entries: to('/v2/items'), shows: 'redirect-not-followed' },
    {
      when: 'of a request, without the headers',
      entries: [blocked({ url, status: 302, response: { Location: '/error' } })],
      shows: 'redirect-not-followed',
    },
    { when: 'to another host', entries: to('https://start.example/'), shows: 'redirect-not-followed' },
    { when: 'that only adds a slash', entries: to('/v1/items/'), showsNot: 'redirect-not-followed' },
    {
      when: 'to the usual name of the host',
      entries: to('https://www.api.test/v1/items'),
      showsNot: 'redirect-not-followed',
    },
  ])
})

describe('causes that were false', () => {
  const nginx = { Server: 'nginx/1.22.1' }
  testCauses([
    {
      when: 'the opaque origin is never put on a list',
      entries: [blocked({ request: { Origin: 'null' }, response: { Vary: 'Origin' } })],
      showsNot: 'allow-list-miss',
    },
    {
      when: 'a named origin is',
      entries: [blocked({ response: { Vary: 'Origin' } })],
      shows: 'allow-list-miss',
    },
    {
      when: 'an origin that is allowed elsewhere is on the list',
      entries: [
        shared(),
        blocked({ status: 403, response: { Vary: 'Origin', 'Access-Control-Allow-Credentials': 'true' } }),
      ],
      showsNot: 'allow-list-miss',
    },
    {
      when: 'the error is the cause then',
      entries: [
        shared(),
        blocked({ status: 403, response: { Vary: 'Origin', 'Access-Control-Allow-Credentials': 'true' } }),
      ],
      shows: 'error-response-without-headers',
    },
    {
      when: 'an exception that nginx passes on',
      entries: [
        shared({
          response: { ...nginx, 'access-control-allow-origin': PAGE, 'Access-Control-Allow-Origin': null },
        }),
        blocked({
          status: 500,
          response: { ...nginx, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': '21' },
        }),
      ],
      showsNot: 'nginx-without-always',
    },
    {
      when: 'Socket.IO answers before any middleware',
      entries: [shared(), blocked({ url: 'https://api.test/socket.io/?EIO=4&transport=polling' })],
      showsNot: 'middleware-on-some-paths',
    },
    {
      when: 'another path does not',
      entries: [shared(), blocked({ url: 'https://api.test/sockets?E=4' })],
      shows: 'middleware-on-some-paths',
    },
    {
      when: 'an error is no second server',
      entries: afterPreflight(
        { status: 502, response: { Server: 'nginx' } },
        { response: { Server: 'envoy' } },
      ),
      showsNot: 'different-backends',
    },
    {
      when: 'a static file with headers and a page of nginx without',
      entries: [shared(served(nginx)), blocked({ status: 404, response: nginx })],
      shows: 'nginx-without-always',
    },
    {
      when: 'a 502 of an application is no proxy’s',
      entries: lone(502, { Server: 'nginx', 'X-Powered-By': 'Express' }),
      showsNot: 'proxy-error',
    },
  ])

  it('says of a 502 of API Gateway that the function failed, not that it never ran', () => {
    const gateway = { 'x-amzn-errortype': 'InternalServerErrorException', 'x-amz-apigw-id': 'a=' }
    const failed = words(lone(502, gateway))
    expect(failed.map(({ id }) => id)).toEqual(['api-gateway-error'])
    expect(failed[0]?.said).toMatch(/threw an error/)
    expect(failed[0]?.said).not.toMatch(/before the function ran/)
    expect(words(lone(504, gateway))[0]?.said).toMatch(/time limit/)
    expect(words(lone(400, gateway))[0]?.said).toMatch(/before the function ran/)
  })

  it('says of a function URL what it refuses, and nothing of a gateway', () => {
    const [first, ...rest] = words([
      blocked({
        url: 'https://abc.lambda-url.eu-west-1.on.aws/',
        status: 403,
        response: { 'x-amzn-errortype': 'AccessDeniedException' },
      }),
    ])
    expect(first).toMatchObject({ id: 'error-response', said: expect.stringContaining('`AWS_IAM`') })
    expect(rest).toEqual([])
  })

  it('says of a 503 of nginx that it limits requests, not that there is no application', () => {
    const [first] = words(lone(503, { ...nginx, 'Content-Type': 'text/html', 'Content-Length': '599' }))
    expect(first).toMatchObject({ id: 'proxy-error', said: expect.stringContaining('`limit_req`') })
    expect(first?.said).not.toMatch(/no application/)
  })
})

describe('a redirect that loses the port', () => {
  const url = 'http://api.test:8080/items'
  const redirect = (Location: string) =>
    shared({
      url,
      page: 'http://app.example',
      status: 301,
      response: { Location, 'Access-Control-Allow-Origin': '*' },
    })
  const target = (to: string) =>
    chromeEntry({
      url: to,
      page: 'http://app.example',
      at: 20,
      status: 0,
      error: 'net::ERR_CONNECTION_REFUSED',
    })
  testCauses([
    {
      when: 'to where nothing listens',
      entries: [redirect('http://api.test/items/'), target('http://api.test/items/')],
      shows: 'redirect-lost-port',
      confidence: 'high',
    },
    {
      when: 'is more than a refused connection',
      entries: [redirect('http://api.test/items/'), target('http://api.test/items/')],
      showsNot: 'connection-refused',
    },
    {
      when: 'of a preflight',
      entries: stopped({
        url,
        status: 301,
        error: 'net::ERR_INVALID_REDIRECT',
        response: { Location: 'http://api.test/items/' },
      }),
      shows: 'redirect-lost-port',
    },
    {
      when: 'that keeps it',
      entries: [redirect('http://api.test:8080/items/'), target('http://api.test:8080/items/')],
      showsNot: 'redirect-lost-port',
    },
    {
      when: 'to https, which has a port of its own',
      entries: [redirect('https://api.test/items'), target('https://api.test/items')],
      showsNot: 'redirect-lost-port',
    },
  ])
})
