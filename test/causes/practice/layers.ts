import { withBody } from '../../fix/fingerprints/recorded-answers.ts'
import { chromeEntry } from '../../make-har.ts'
import { afterPreflight, blocked, ECHO, PAGE, served, shared, stopped } from '../exchanges.ts'
import type { Practice } from './practice.ts'

const nginx = { response: { Server: 'nginx/1.25.3' } }
const apache = { response: { Server: 'Apache/2.4.62 (Debian)' } }
const apachesOwn = { response: { ...apache.response, 'Content-Type': 'text/html; charset=iso-8859-1' } }
const to = (Location: string, url = 'https://api.test/a'): readonly object[] =>
  stopped({ status: 307, error: 'net::ERR_INVALID_REDIRECT', url, response: { ...ECHO, Location } })
const abroad = [
  shared({ status: 302, response: { Location: 'https://b.test/x' } }),
  blocked({ at: 30, url: 'https://b.test/x', request: { Origin: 'null' }, response: ECHO }),
]
const twice = [blocked({ response: { 'Access-Control-Allow-Origin': [PAGE, PAGE] } })]

/** Before the CORS layer is reached. */
export const beforeCors: readonly Practice[] = [
  [
    'authentication runs before CORS and refuses the preflight',
    { 'auth-before-cors': stopped({ status: 401, response: { 'WWW-Authenticate': 'Bearer' } }) },
  ],
  [
    'a login at the edge refuses OPTIONS',
    { 'edge-auth': stopped({ status: 403, response: { 'CF-Access-Domain': 'api.test' } }) },
  ],
  [
    'no route takes OPTIONS',
    { 'options-not-routed': stopped({ status: 405, response: { Allow: 'GET, PUT' } }) },
  ],
  [
    'the framework answers OPTIONS itself, without CORS',
    { 'framework-answers-options': stopped({ status: 200, response: { Allow: 'GET,HEAD,PUT' } }) },
  ],
  ['nothing speaks of CORS at all', { 'cors-not-set-up': [blocked()] }],
  [
    'the host name is not on the framework’s list',
    { 'host-not-allowed': [withBody(blocked({ status: 403 }), 'Blocked hosts: api.test')] },
  ],
  [
    'the tunnel shows its own page',
    { 'tunnel-interstitial': [blocked({ status: 404, response: { 'ngrok-error-code': 'ERR_NGROK_3200' } })] },
  ],
  [
    'the firewall challenges',
    {
      'waf-challenge': [
        blocked({ status: 403, response: { 'CF-Mitigated': 'challenge', Server: 'cloudflare' } }),
      ],
    },
  ],
  [
    'the API gateway has no such method, or its authorizer refuses',
    {
      'api-gateway-error': stopped({
        status: 403,
        response: { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
      }),
    },
  ],
]

export const redirects: readonly Practice[] = [
  ['http to https', { 'https-redirect': to('https://api.test/a', 'http://api.test/a') }],
  ['a slash at the end', { 'trailing-slash-redirect': to('/a/') }],
  ['www or another name', { 'www-redirect': to('https://www.api.test/a') }],
  ['to the login', { 'login-redirect': to('https://login.example/oauth2/authorize?client_id=1') }],
  [
    'from one foreign origin to another',
    { 'origin-tainted': abroad, 'allow-origin-null-after-redirect': abroad },
  ],
  ['of a preflight', { 'preflight-redirected': to('https://b.test/a') }],
]

export const errors: readonly Practice[] = [
  [
    'the outer handler of errors has no headers',
    { 'error-response-without-headers': [shared(), blocked({ status: 500 })] },
  ],
  [
    'nginx without "always"',
    { 'nginx-without-always': [shared(served(nginx.response)), blocked({ status: 404, ...nginx })] },
  ],
  [
    'Apache without "always"',
    { 'apache-without-always': [shared(served(apache.response)), blocked({ status: 404, ...apachesOwn })] },
  ],
  [
    'the proxy has no application to ask (502, 503, 504), or takes no such body (413)',
    { 'proxy-error': [blocked({ status: 502, ...nginx })] },
  ],
  ['too many requests', { 'rate-limit': [blocked({ status: 429, response: { 'Retry-After': '30' } })] }],
  [
    'the callback that decides about origins throws',
    {
      'origin-callback-throws': [
        shared({
          page: 'https://b.example',
          response: { 'Access-Control-Allow-Origin': 'https://b.example' },
        }),
        blocked({ status: 500 }),
      ],
    },
  ],
  [
    'the server crashes and closes the connection',
    { 'connection-lost': [chromeEntry({ status: 0, error: 'net::ERR_EMPTY_RESPONSE' })] },
  ],
]

/** Headers in some places only. */
export const places: readonly Practice[] = [
  [
    'the preflight has them, the handler has not',
    { 'handler-forgot-headers': afterPreflight({ status: 200 }) },
  ],
  [
    'some methods have them',
    { 'headers-for-some-methods': [shared(nginx), ...afterPreflight(nginx, nginx)] },
  ],
  [
    'some paths have them',
    {
      'middleware-on-some-paths': [
        shared({ url: 'https://api.test/v1' }),
        blocked({ url: 'https://api.test/v2' }),
      ],
    },
  ],
  [
    'a location of nginx inherits none',
    {
      'nginx-inheritance-reset': [
        shared({ url: 'https://api.test/v1', ...nginx }),
        blocked({
          url: 'https://api.test/f',
          response: { ...nginx.response, 'Cache-Control': 'max-age=60' },
        }),
      ],
    },
  ],
  [
    'an "if" of nginx inherits none',
    {
      'nginx-if-block': stopped({
        response: { 'Access-Control-Allow-Methods': 'GET, PUT', ...nginx.response },
      }),
    },
  ],
  [
    'two servers answer, one knows CORS',
    { 'different-backends': afterPreflight({ response: { Server: 'gunicorn' } }, nginx) },
  ],
  ['proxy and application both send them', { 'set-twice': twice, 'allow-origin-repeated': twice }],
]
