import fc from 'fast-check'
import type { Header } from '../../src/fetch/header-list.ts'
import type { Failure } from '../../src/fetch/main-fetch.ts'
import type { NetworkResult } from '../../src/fetch/network.ts'
import type { FetchRequest } from '../../src/fetch/request.ts'
import type { FetchResponse } from '../../src/fetch/response.ts'
import type { FailedStep } from '../../src/fetch/steps.ts'

const PAGE = 'https://app.example'
const URLS = [
  'https://api.example/items',
  'https://api.example/items/2',
  'https://cdn.example/items',
  'http://api.example/items',
  `${PAGE}/items`,
] as const

/** Mostly what servers send, sometimes anything. */
const orAnything = (arb: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 8, arbitrary: arb }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) })

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'patch', 'QUERY', 'put'] as const
const HEADERS: readonly Header[] = [
  { name: 'Accept', value: 'application/json' },
  { name: 'Accept', value: 'a'.repeat(129) },
  { name: 'Content-Type', value: 'application/json' },
  { name: 'Content-Type', value: 'text/plain;charset=UTF-8' },
  { name: 'Authorization', value: 'Bearer t' },
  { name: 'X-Api-Key', value: '1' },
  { name: 'x-b', value: '' },
  { name: 'Range', value: 'bytes=0-10' },
  { name: 'Range', value: 'bytes=-10' },
  { name: 'Access-Control-Allow-Origin', value: '*' },
]

const origin = fc.constantFrom(PAGE, PAGE, PAGE, 'http://localhost:3000', 'null')

export const allowOriginValue = orAnything(
  fc.constantFrom(
    ...[PAGE, PAGE, PAGE, '*', '*', 'null', '', `${PAGE}/`, `${PAGE}/shop`, `${PAGE}:443`, `"${PAGE}"`],
    ...[
      'http://app.example',
      'https://App.example',
      'https://www.app.example',
      `${PAGE}:8443`,
      'app.example',
    ],
    ...[
      'https://*.example',
      `${PAGE}, https://b.example`,
      'undefined',
      'http://localhost:3000',
      'http://127.0.0.1:3000',
    ],
  ),
)
const credentialsValue = orAnything(fc.constantFrom('true', 'true', 'True', 'false', '1', ''))
const methodsValue = orAnything(
  fc.constantFrom(
    '*',
    'GET, PUT',
    'GET,POST,PUT,PATCH,DELETE',
    'patch',
    'Put',
    'GET; PUT',
    '["PUT"]',
    '',
    ',',
    'PUT PATCH',
  ),
)
const namesValue = orAnything(
  fc.constantFrom(
    '*',
    'content-type',
    'Content-Type, Authorization, X-Api-Key, x-b',
    'x-b',
    'a b',
    '"x-b"',
    '',
    '*, authorization',
  ),
)
const location = orAnything(
  fc.constantFrom(
    ...URLS,
    '/items/',
    'https://user:pw@cdn.example/',
    `https://u@app.example/`,
    'http://',
    'myapp://x',
    'data:,x',
  ),
)

/** Up to two lines of one header, most often one. */
const lines = (name: string, value: fc.Arbitrary<string>, often: number): fc.Arbitrary<readonly Header[]> =>
  fc.oneof(
    { weight: often, arbitrary: value.map((one) => [{ name, value: one }]) },
    { weight: 1, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(value, value)
        .map((both) => both.map((one) => ({ name: name.toLowerCase(), value: one }))),
    },
  )

const status = (often: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(often) },
    { weight: 2, arbitrary: fc.constantFrom(301, 302, 303, 307, 308) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(100, 199, 201, 299, 300, 304, 401, 403, 404, 405, 429, 500, 503),
    },
  )

/** A server's answer, well-meant or not. */
export const anyResponse = (often: number): fc.Arbitrary<FetchResponse> =>
  fc
    .tuple(
      status(often),
      lines('Access-Control-Allow-Origin', allowOriginValue, 8),
      lines('Access-Control-Allow-Credentials', credentialsValue, 3),
      lines('Access-Control-Allow-Methods', methodsValue, 4),
      lines('Access-Control-Allow-Headers', namesValue, 4),
      lines('Location', location, 2),
    )
    .map(([code, ...parts]) => ({ status: code, headerList: parts.flat() }))

/** A request as a page can make it. */
export const anyRequest: fc.Arbitrary<FetchRequest> = fc.record({
  method: fc.constantFrom(...METHODS),
  urlList: fc.constantFrom(...URLS, 'file:///x', 'data:,x').map((url): [string] => [url]),
  origin,
  mode: fc.constantFrom('cors', 'cors', 'cors', 'cors', 'no-cors', 'same-origin', 'navigate'),
  credentialsMode: fc.constantFrom('omit', 'same-origin', 'include', 'include'),
  redirectMode: fc.constantFrom('follow', 'follow', 'follow', 'error', 'manual'),
  useCorsPreflightFlag: fc.nat(9).map((n) => n === 0),
  bodySourceIsNull: fc.nat(9).map((n) => n === 0),
  headerList: fc.subarray([...HEADERS], { maxLength: 4 }),
})

/** What the servers of a chain answer, hop by hop. */
export interface Answers {
  readonly preflight: NetworkResult
  readonly actual: NetworkResult
}

const answer = (often: number): fc.Arbitrary<NetworkResult> =>
  fc.oneof(
    {
      weight: 20,
      arbitrary: anyResponse(often).map((response): NetworkResult => ({ type: 'response', response })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<NetworkResult>(
        { type: 'network error' },
        { type: 'passed' },
        { type: 'not recorded' },
      ),
    },
  )

export const anyAnswers: fc.Arbitrary<readonly Answers[]> = fc.array(
  fc.record({ preflight: answer(204), actual: answer(200) }),
  { minLength: 1, maxLength: 5 },
)

/** A failure of one step with parts that need not fit together: what no rule may stumble over. */
export const anyFailure = (step: FailedStep): fc.Arbitrary<Failure> =>
  fc.record({
    step: fc.constant(step),
    phase: fc.constantFrom('preflight', 'actual'),
    hop: fc.nat(20),
    request: fc
      .tuple(anyRequest, fc.array(fc.constantFrom(...URLS), { maxLength: 3 }))
      .map(([request, more]) => ({
        ...request,
        urlList: [request.urlList[0], ...more] as [string, ...string[]],
      })),
    preflightRequest: fc.option(
      fc.record({
        url: fc.constantFrom(...URLS),
        origin,
        credentialsMode: fc.constantFrom('omit', 'same-origin', 'include'),
        method: fc.constantFrom(...METHODS),
        unsafeHeaderNames: fc.subarray([
          'authorization',
          'content-type',
          'x-api-key',
          'access-control-allow-origin',
        ]),
        hasAuthorization: fc.boolean(),
        useCorsPreflightFlag: fc.boolean(),
      }),
    ),
    response: fc.option(anyResponse(200)),
    serializedOrigin: origin,
  })
