import { chromeEntry, firefoxEntry, firefoxPreflight } from '../../make-har.ts'
import { afterPreflight, blocked, ECHO, PAGE, stopped } from '../exchanges.ts'
import type { Practice } from './practice.ts'

const WITH_CREDENTIALS = { ...ECHO, 'Access-Control-Allow-Credentials': 'true' }
const STAR = { 'Access-Control-Allow-Origin': '*' }
const allowing = {
  ...ECHO,
  'Access-Control-Allow-Methods': 'PUT',
  'Access-Control-Allow-Headers': 'content-type',
}
const allows = (value: string, rest = {}): readonly object[] => [
  blocked({ response: { 'Access-Control-Allow-Origin': value }, ...rest }),
]
const oneOrigin = [
  chromeEntry({
    page: 'https://old.example',
    response: { 'Access-Control-Allow-Origin': 'https://old.example' },
  }),
  ...allows('https://old.example'),
]
const starWithCredentials = [
  blocked({ credentials: 'include', response: { ...STAR, 'Access-Control-Allow-Credentials': 'true' } }),
]
const getOnly = stopped({ response: { ...ECHO, 'Access-Control-Allow-Methods': 'GET,HEAD,POST' } })
const traced = stopped({ asks: 'baggage,content-type,sentry-trace', response: allowing })
const asking = (name: string, allowed: string): readonly object[] =>
  afterPreflight(
    { error: null, response: ECHO, request: { [name]: 'x' } },
    { asks: name, response: { 'Access-Control-Allow-Headers': allowed } },
  )

/** The wrong value. */
export const values: readonly Practice[] = [
  ['the origin is not on the list', { 'allow-list-miss': [blocked({ response: { Vary: 'Origin' } })] }],
  [
    'one origin is sent to everybody',
    { 'fixed-origin-string': oneOrigin, 'allow-origin-mismatch': oneOrigin },
  ],
  ['several origins in one header', { 'allow-origin-list': allows(`${PAGE}, https://b.example`) }],
  [
    'a placeholder that nothing filled',
    { 'allow-origin-placeholder': allows('$http_origin'), 'allow-origin-quoted': allows(`"${PAGE}"`) },
  ],
  [
    'another scheme or port, or the other name of this machine',
    {
      'allow-origin-scheme': allows('http://app.example'),
      'allow-origin-port': allows(`${PAGE}:8443`),
      'allow-origin-loopback': allows('http://127.0.0.1:3000', { page: 'http://localhost:3000' }),
    },
  ],
  [
    'a slash or a path after the origin',
    { 'allow-origin-trailing-slash': allows(`${PAGE}/`), 'allow-origin-path': allows(`${PAGE}/app`) },
  ],
  [
    '"null" for origins that are refused',
    {
      'allow-origin-null': allows('null'),
      'null-origin-allowed': allows('null', { error: null, request: { Origin: 'null' } }),
    },
  ],
  [
    '"*" with credentials',
    {
      'allow-origin-wildcard-with-credentials': starWithCredentials,
      'credentials-with-wildcard-header': starWithCredentials,
    },
  ],
  [
    '"*" before the login, the origin after it',
    {
      'starlette-cookieless-first-call': afterPreflight(
        { response: STAR, credentials: 'include' },
        { response: WITH_CREDENTIALS },
      ),
    },
  ],
  [
    'credentials are not allowed',
    {
      'allow-credentials-missing': [blocked({ credentials: 'include', response: ECHO })],
      'allow-credentials-not-true': [
        blocked({
          credentials: 'include',
          response: { ...ECHO, 'Access-Control-Allow-Credentials': 'True' },
        }),
      ],
    },
  ],
  [
    'every origin is reflected',
    {
      'reflects-any-origin': ['https://evil.test', PAGE].map((page, i) =>
        chromeEntry({
          ...{ at: i * 100, page, credentials: 'include' },
          response: { ...WITH_CREDENTIALS, 'Access-Control-Allow-Origin': page },
        }),
      ),
    },
  ],
]

/** What preflights ask for, and what they are told. */
export const lists: readonly Practice[] = [
  [
    'the library’s own list of methods',
    { 'methods-left-at-default': getOnly, 'method-not-allowed': getOnly },
  ],
  [
    'a method in lower case',
    {
      'method-case': stopped({
        method: 'patch',
        response: { ...ECHO, 'Access-Control-Allow-Methods': 'GET, PATCH' },
      }),
    },
  ],
  ['a tracing library adds headers', { 'tracing-header': traced, 'header-not-allowed': traced }],
  [
    'the page sends headers of CORS itself',
    {
      'access-control-header-sent': stopped({ asks: 'access-control-allow-origin', response: allowing }),
      'access-control-request-header-by-mistake': asking(
        'access-control-allow-origin',
        'access-control-allow-origin',
      ),
    },
  ],
  [
    'a header that needs no sending',
    { 'needless-preflight-trigger': stopped({ method: 'GET', asks: 'content-type', status: 404 }) },
  ],
  [
    'User-Agent, in one browser',
    {
      'user-agent-set-by-page': {
        firefox: [
          firefoxPreflight({ method: 'PUT', asks: 'user-agent', response: allowing }),
          firefoxEntry({
            ...{ at: 2, method: 'PUT', status: 0, neverSent: true },
            fields: { _securityState: 'insecure' },
          }),
        ],
      },
    },
  ],
  [
    '"*" does not cover Authorization',
    {
      // Today's browsers let it pass.
      'authorization-not-listed': { byStandard: asking('authorization', '*') },
      'wildcard-covers-authorization': asking('authorization', '*'),
    },
  ],
  [
    'the middleware leaves all out and does not say why',
    { 'middleware-drops-all': stopped({ response: { Vary: 'Origin, Access-Control-Request-Method' } }) },
  ],
  [
    'Rack::Cors says why',
    {
      'rack-cors-says-why': stopped({
        status: 200,
        response: { 'X-Rack-CORS': 'preflight-miss; deny-method' },
      }),
    },
  ],
  [
    'Starlette says why, by length',
    {
      'starlette-refuses-preflight': stopped({
        status: 400,
        response: {
          ...{ ...ECHO, 'Content-Length': '23', 'Content-Type': 'text/plain; charset=utf-8' },
          'Access-Control-Allow-Methods': 'PUT',
        },
      }),
    },
  ],
  [
    'Spring refuses the request itself',
    {
      'spring-rejects-origin': stopped({
        status: 403,
        response: {
          'Content-Length': '20',
          Vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
        },
      }),
    },
  ],
  [
    'Fastify misses a header of the preflight',
    {
      'fastify-strict-preflight': stopped({
        status: 400,
        response: { 'Content-Length': '25', 'Content-Type': 'text/plain' },
      }),
    },
  ],
  ['no rule of the bucket', { 's3-rule': stopped({ status: 403, response: { Server: 'AmazonS3' } }) }],
]
