import type { Severity } from '../../src/audit/severity.ts'
import type { AuditTarget } from '../../src/audit/target.ts'
import { APP, type FakeApi, type Sent } from './fake-api.ts'

const CREDENTIALS = { 'Access-Control-Allow-Credentials': 'true' }

/** Returns a careful server, apart from which origins it allows and what it adds. */
const api =
  (
    isAllowed: (origin: string) => boolean,
    more: Readonly<Record<string, string | readonly string[]>> = CREDENTIALS,
  ): FakeApi =>
  ({ origin, isPreflight, path }): Sent => ({
    status: isPreflight ? 204 : path === '/items' ? 200 : 404,
    headers: {
      Vary: 'Origin',
      'Content-Type': 'application/json',
      ...(isAllowed(origin)
        ? {
            'Access-Control-Allow-Origin': origin,
            ...(isPreflight ? { 'Access-Control-Allow-Methods': 'GET, PUT' } : {}),
            ...more,
          }
        : {}),
    },
  })

const only =
  (...allowed: readonly string[]): ((origin: string) => boolean) =>
  (origin) =>
    allowed.includes(origin)

/** Returns a server like another one, but for some of its responses. */
const but =
  (base: FakeApi, change: (seen: Parameters<FakeApi>[0], sent: Sent) => Sent): FakeApi =>
  (seen) =>
    change(seen, base(seen))

/** A server that allows one page, with credentials. */
export const careful = api(only(APP))

const PORT = { origins: [`${APP}:8443`] }

/** A server with one mistake, and the lint that has to find it. */
export type MistakeRow = readonly [
  id: string,
  severity: Severity,
  api: FakeApi,
  target?: Partial<AuditTarget>,
]

/** Each mistake that a lint finds, in a server that is careful otherwise. */
export const MISTAKES: readonly MistakeRow[] = [
  ['reflects-any-origin', 'high', api((origin) => origin !== '')],
  [
    'reflects-any-origin',
    'high',
    // As Starlette does with ["*"] and credentials.
    ({ origin, header }) => ({
      headers: {
        ...CREDENTIALS,
        ...(header('Cookie') === '' ? {} : { Vary: 'Origin' }),
        'Access-Control-Allow-Origin': header('Cookie') === '' ? '*' : origin,
      },
    }),
  ],
  ['reflects-without-credentials', 'low', api((origin) => origin !== '', {})],
  [
    'reflects-without-credentials',
    'medium',
    api((origin) => origin !== '', {}),
    { headers: [{ name: 'Authorization', value: 'Bearer 1234567890' }] },
  ],
  ['null-origin-allowed', 'high', api(only(APP, 'null'))],
  ['null-origin-allowed', 'low', api(only(APP, 'null'), {})],
  ['prefix-match', 'high', api((origin) => origin.startsWith(APP))],
  ['prefix-match', 'medium', api((origin) => origin.startsWith(APP), {})],
  ['suffix-match', 'high', api((origin) => origin.endsWith('example.com'))],
  ['suffix-match', 'high', api((origin) => /^https:\/\/.*example\.com$/.test(origin))],
  ['unanchored-pattern', 'medium', api((origin) => /app\.example\.com$/.test(origin))],
  ['substring-match', 'high', api((origin) => origin.includes('example.com'))],
  ['substring-match', 'high', api((origin) => /app\.example\.com/.test(origin))],
  ['shortened-origin', 'high', api((origin) => origin !== '' && `${APP} http://x`.includes(origin))],
  ['unescaped-dot', 'high', api((origin) => /^https:\/\/app.example.com$/.test(origin))],
  ['special-character', 'high', api((origin) => /^https:\/\/app\.example\.com([^.\w]|$)/.test(origin))],
  ['special-character', 'high', api((origin) => /^https:\/\/app\.example\.com(_.*)?$/.test(origin))],
  ['any-subdomain-trusted', 'medium', api((origin) => /^https:\/\/[a-z]+\.example\.com$/.test(origin))],
  [
    'any-subdomain-trusted',
    'low',
    api((origin) => /^https:\/\/([a-z]+\.)?app\.example\.com$/.test(origin), {}),
  ],
  ['http-origin-trusted', 'medium', api(only(APP, 'http://app.example.com'))],
  [
    'public-suffix-trusted',
    'high',
    api((origin) => /^https:\/\/[a-z-]+\.vercel\.app$/.test(origin)),
    { origins: ['https://shop.vercel.app'] },
  ],
  ['shared-host-trusted', 'high', api(only(APP, 'https://cdpn.io'))],
  ['localhost-trusted', 'medium', api(only(APP, 'http://localhost:3000'))],
  [
    'localhost-lookalike',
    'high',
    api((origin) => origin === APP || /^http:\/\/localhost\b(?!:)/.test(origin)),
  ],
  ['any-port-trusted', 'low', api((origin) => /^https:\/\/app\.example\.com(:\d+)?$/.test(origin))],
  ['app-scheme-trusted', 'medium', api(only(APP, 'capacitor://localhost'))],
  ['origin-normalized', 'info', api((origin) => origin.toLowerCase() === APP)],
  [
    'vary-origin-missing',
    'low',
    but(careful, (_, sent) => ({ ...sent, headers: { ...sent.headers, Vary: 'Accept-Encoding' } })),
  ],
  [
    'vary-origin-missing',
    'medium',
    but(careful, (_, sent) => ({
      ...sent,
      headers: { ...sent.headers, Vary: '', 'Cache-Control': 'public, max-age=60' },
    })),
  ],
  [
    'vary-missing-without-origin',
    'low',
    but(careful, ({ origin }, sent) => ({
      ...sent,
      headers: { ...sent.headers, ...(origin === '' ? { Vary: '' } : {}), 'Cache-Control': 'max-age=60' },
    })),
  ],
  [
    'preflight-cached-without-vary',
    'low',
    but(careful, ({ isPreflight }, sent) => ({
      ...sent,
      headers: { ...sent.headers, ...(isPreflight ? { 'X-Cache': 'Hit from cloudfront' } : {}) },
    })),
  ],
  [
    'credentials-for-refused-origin',
    'info',
    but(careful, (_, sent) => ({ ...sent, headers: { ...sent.headers, ...CREDENTIALS } })),
  ],
  [
    'any-header-with-credentials',
    'low',
    but(careful, ({ header }, sent) => ({
      ...sent,
      headers: {
        ...sent.headers,
        'Access-Control-Allow-Headers': header('Access-Control-Request-Headers'),
      },
    })),
  ],
  [
    'any-method-allowed',
    'low',
    but(careful, ({ header }, sent) => ({
      ...sent,
      headers: {
        ...sent.headers,
        'Access-Control-Allow-Methods': header('Access-Control-Request-Method'),
      },
    })),
  ],
  ['any-method-allowed', 'info', api(only(APP), { 'Access-Control-Allow-Methods': 'GET, TRACE' })],
  ['sensitive-header-exposed', 'info', api(only(APP), { 'Access-Control-Expose-Headers': '*' })],
  ['sensitive-header-exposed', 'low', api(only(APP), { 'Access-Control-Expose-Headers': 'Authorization' })],
  ['html-with-credentials', 'low', api(only(APP), { ...CREDENTIALS, 'Content-Type': 'text/html' })],
  [
    'contradictory-policies',
    'low',
    but(careful, (_, sent) => ({
      ...sent,
      headers: { ...sent.headers, 'Access-Control-Allow-Origin': [APP, APP] },
    })),
  ],
  ['timing-open', 'low', api(only(APP), { 'Timing-Allow-Origin': '*' })],
  [
    'development-origin-sent',
    'low',
    () => ({ headers: { 'Access-Control-Allow-Origin': 'http://localhost:3000' } }),
  ],
  [
    'open-crossdomain-file',
    'info',
    but(careful, ({ path }, sent) =>
      path === '/crossdomain.xml'
        ? {
            ...sent,
            status: 200,
            body: '<cross-domain-policy><allow-access-from domain="*" /></cross-domain-policy>',
          }
        : sent,
    ),
  ],
  [
    'errors-without-cors',
    'low',
    but(careful, ({ path }, sent) =>
      path === '/items' ? sent : { status: 404, headers: { Vary: 'Origin' } },
    ),
  ],
  [
    'errors-without-cors',
    'low',
    // The preflight passes, and the login refuses the request without the headers.
    but(careful, ({ isPreflight }, sent) =>
      isPreflight ? sent : { status: 401, headers: { Vary: 'Origin' } },
    ),
  ],
  ['suffix-match', 'high', api((origin) => origin.endsWith('example.com:8443')), PORT],
  [
    'special-character',
    'high',
    api((origin) => /^https:\/\/app\.example\.com(!.*)?:8443$/.test(origin)),
    PORT,
  ],
  [
    'preflight-needs-login',
    'low',
    but(careful, ({ isPreflight }, sent) => (isPreflight ? { status: 401 } : sent)),
  ],
  [
    'wildcard-on-private-network',
    'medium',
    () => ({ headers: { 'Access-Control-Allow-Origin': '*' } }),
    { url: 'http://192.168.1.10/' },
  ],
  [
    'wildcard-with-cookie',
    'low',
    () => ({ headers: { 'Access-Control-Allow-Origin': '*', 'Set-Cookie': 'session=1' } }),
  ],
  [
    'credentials-with-wildcard-header',
    'low',
    () => ({ headers: { 'Access-Control-Allow-Origin': '*', ...CREDENTIALS } }),
  ],
  ['max-age-above-limit', 'info', api(only(APP), { 'Access-Control-Max-Age': '86400' })],
  [
    'state-changing-simple-request',
    'info',
    but(careful, (_, sent) => ({ ...sent, headers: { ...sent.headers, 'Set-Cookie': 'session=1' } })),
  ],
  ['public-cors-proxy', 'medium', careful, { url: 'https://corsproxy.io/items' }],
]
