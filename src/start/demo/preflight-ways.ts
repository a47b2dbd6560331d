import { express, fastify, gunicorn, nginx, spring, uvicorn } from './stacks.ts'
import type { NameValue, Places, Way } from './way.ts'

const json = { 'Content-Type': 'application/json' }

/** Ways in which the preflight fails. */
export const preflightWays = (at: Places): readonly Way[] => [
  {
    id: 'options-not-routed',
    title: 'No route for OPTIONS',
    sentence: 'Every answer of this Fastify server has the header, but only PUT has a route.',
    calls: [{ to: 'payments', path: '/payments/42', method: 'PUT', headers: json, body: '{"amount":12}' }],
    routes: [
      {
        at: 'payments',
        path: '/payments/42',
        preflight: fastify(404, [['access-control-allow-origin', at.page]], {
          message: 'Route OPTIONS:/payments/42 not found',
          error: 'Not Found',
          statusCode: 404,
        }),
        actual: fastify(200, [['access-control-allow-origin', at.page]], { amount: 12 }),
      },
    ],
    chromium: 'PreflightInvalidStatus',
  },
  {
    id: 'options-needs-login',
    title: 'Login before CORS',
    sentence: 'Spring Security asks the preflight for a token, and a preflight never has one.',
    calls: [
      {
        to: 'accounts',
        path: '/api/profile',
        headers: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZW1vIn0.c2lnbmF0dXJl' },
      },
    ],
    routes: [
      {
        at: 'accounts',
        path: '/api/profile',
        preflight: spring(401, [['WWW-Authenticate', 'Bearer']]),
        actual: spring(200, [['Access-Control-Allow-Origin', at.page]], { user: 'ada' }),
      },
    ],
    chromium: 'PreflightMissingAllowOriginHeader',
  },
  {
    id: 'preflight-redirected',
    title: 'Redirected to the same URL with a slash',
    sentence: 'Django sends /api/orders on to /api/orders/; a preflight may not follow.',
    calls: [{ to: 'orders', path: '/api/orders', method: 'POST', headers: json, body: '{"product":17}' }],
    routes: [
      {
        at: 'orders',
        path: '/api/orders',
        actual: gunicorn(301, [['Location', '/api/orders/']], ''),
      },
    ],
    chromium: 'PreflightDisallowedRedirect',
  },
  {
    id: 'header-not-allowed',
    title: 'A header that is not on the list',
    sentence:
      'The snippet that everybody copies into nginx allows many headers, X-Api-Key is not among them.',
    calls: [{ to: 'search', path: '/search/stock?id=17', headers: { 'X-Api-Key': 'demo-key-0001' } }],
    routes: [
      {
        at: 'search',
        path: '/search/stock',
        preflight: nginx(204, [
          ['Access-Control-Allow-Origin', at.page],
          ['Access-Control-Allow-Methods', 'GET, POST, OPTIONS'],
          ['Access-Control-Allow-Headers', copiedHeaders],
          ['Access-Control-Allow-Credentials', 'true'],
          ['Access-Control-Max-Age', '1728000'],
        ]),
        actual: nginx(200, [['Access-Control-Allow-Origin', at.page]], { stock: 4 }),
      },
    ],
    chromium: 'HeaderDisallowedByPreflightResponse',
  },
  {
    id: 'tracing-headers',
    title: 'Tracing headers that a library adds',
    sentence: 'An error tracker adds sentry-trace and baggage to every request; FastAPI answers 400.',
    calls: [
      {
        to: 'reports',
        path: '/reports/2026-07',
        headers: {
          'sentry-trace': '771a43a4192642f0b136d5159a501700-7d2a5b9f4c3e1a08-1',
          baggage: 'sentry-environment=production,sentry-release=shop%401.8.0',
        },
      },
    ],
    routes: [
      {
        at: 'reports',
        path: '/reports/2026-07',
        preflight: uvicorn(400, starlette(at.page), 'Disallowed CORS headers'),
        actual: uvicorn(200, [['access-control-allow-origin', at.page]], { visits: 1204 }),
      },
    ],
    chromium: 'PreflightInvalidStatus',
  },
  {
    id: 'allow-origin-sent',
    title: 'The answer’s header in the question',
    sentence: 'A popular wrong answer: the page itself sends Access-Control-Allow-Origin.',
    calls: [{ to: 'catalog', path: '/api/reviews', headers: { 'Access-Control-Allow-Origin': '*' } }],
    routes: [
      {
        at: 'catalog',
        path: '/api/reviews',
        preflight: express(204, [
          ['Access-Control-Allow-Origin', at.page],
          ['Vary', 'Origin'],
          ['Access-Control-Allow-Methods', 'GET,HEAD,PUT,PATCH,POST,DELETE'],
          ['Access-Control-Allow-Headers', 'Content-Type,Authorization'],
        ]),
        actual: express(200, [['Access-Control-Allow-Origin', at.page]], [{ stars: 5 }]),
      },
    ],
    chromium: 'HeaderDisallowedByPreflightResponse',
  },
  {
    id: 'method-not-listed',
    title: 'PATCH is not on the list',
    sentence: '@fastify/cors allows GET, HEAD and POST as long as nobody lists more.',
    calls: [
      { to: 'payments', path: '/payments/43', method: 'PATCH', headers: json, body: '{"note":"gift"}' },
    ],
    routes: [
      {
        at: 'payments',
        path: '/payments/43',
        preflight: fastify(204, [
          ['vary', 'Origin'],
          ['access-control-allow-origin', at.page],
          ['access-control-allow-credentials', 'true'],
          ['access-control-allow-methods', 'GET,HEAD,POST'],
          ['access-control-allow-headers', 'content-type'],
        ]),
        actual: fastify(200, [['access-control-allow-origin', at.page]], { note: 'gift' }),
      },
    ],
    chromium: 'MethodDisallowedByPreflightResponse',
  },
  {
    id: 'method-case',
    title: 'patch is not PATCH',
    sentence: 'fetch() makes capitals of get, post and put, but not of patch.',
    calls: [
      { to: 'catalog', path: '/api/products/17', method: 'patch', headers: json, body: '{"price":35}' },
    ],
    routes: [
      {
        at: 'catalog',
        path: '/api/products/17',
        preflight: express(204, [
          ['Access-Control-Allow-Origin', at.page],
          ['Vary', 'Origin, Access-Control-Request-Headers'],
          ['Access-Control-Allow-Methods', 'GET,HEAD,PUT,PATCH,POST,DELETE'],
          ['Access-Control-Allow-Headers', 'content-type'],
        ]),
        actual: express(200, [['Access-Control-Allow-Origin', at.page]], { price: 35 }),
      },
    ],
    chromium: 'MethodDisallowedByPreflightResponse',
  },
  {
    id: 'methods-with-semicolons',
    title: 'Semicolons between the methods',
    sentence: 'Lists in headers are divided by commas; this one cannot be read at all.',
    calls: [{ to: 'search', path: '/search/history', method: 'DELETE' }],
    routes: [
      {
        at: 'search',
        path: '/search/history',
        preflight: nginx(204, [
          ['Access-Control-Allow-Origin', at.page],
          ['Access-Control-Allow-Methods', 'GET; POST; DELETE'],
        ]),
        actual: nginx(200, [['Access-Control-Allow-Origin', at.page]], { deleted: 3 }),
      },
    ],
    chromium: 'InvalidAllowMethodsPreflightResponse',
  },
]

const copiedHeaders = 'DNT,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range'

/** The response of Starlette's CORSMiddleware to a preflight that it refuses because of its headers. */
const starlette = (page: string): readonly NameValue[] => [
  ['vary', 'Origin'],
  ['access-control-allow-methods', 'GET, POST'],
  ['access-control-max-age', '600'],
  ['access-control-allow-headers', 'Accept, Accept-Language, Authorization, Content-Language, Content-Type'],
  ['access-control-allow-origin', page],
]
