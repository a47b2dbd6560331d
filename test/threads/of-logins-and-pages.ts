import { chromeEntry } from '../make-har.ts'
import { get, stopped, type Thread } from './thread.ts'

const PAGE = 'https://app.example'
const ECHO = { 'Access-Control-Allow-Origin': PAGE }
const at = (url: string) => ({ url })

/** Logins and tunnels in front of an API, and the page itself. */
export const ofLoginsAndPages: readonly Thread[] = [
  {
    about: 'Codespaces: private port',
    entries: [
      get(302, { Location: 'https://github.dev/pf-signin?id=a' }, at('https://a-8000.app.github.dev/x')),
    ],
    confirmed: ['private-forwarded-port'],
  },
  {
    about: 'Gitpod: private port',
    entries: stopped(401, { 'content-length': '0' }, at('https://8080-a-b.ws-eu1.gitpod.io/x')),
    confirmed: ['private-forwarded-port'],
  },
  {
    about: 'ngrok’s warning page',
    entries: [
      get(
        200,
        { 'ngrok-error-code': 'ERR_NGROK_6024', 'Content-Type': 'text/html' },
        at('https://a.ngrok-free.app/x'),
      ),
    ],
    confirmed: ['tunnel-interstitial'],
  },
  {
    about: 'Entra ID: the session is over',
    entries: [
      get(302, { Location: 'https://login.microsoftonline.com/t/oauth2/v2.0/authorize?client_id=a' }),
    ],
    confirmed: ['login-redirect'],
  },
  {
    about: 'oauth2-proxy in front',
    entries: [get(302, { Location: '/oauth2/start?rd=%2Fitems' })],
    confirmed: ['login-redirect'],
  },
  {
    about: 'authentik in front',
    entries: [get(302, { Location: 'https://sso.test/outpost.goauthentik.io/start?rd=x' })],
    confirmed: ['login-redirect'],
  },
  {
    about: 'ADFS in front',
    entries: [get(302, { Location: 'https://fs.test/adfs/ls/?wa=wsignin1.0' })],
    confirmed: ['login-redirect'],
  },
  { about: 'too many requests', entries: [get(429, { 'Retry-After': '30' })], confirmed: ['rate-limit'] },
  {
    about: 'the page from disk',
    entries: [get(200, {}, { request: { Origin: 'null' }, page: 'file://' })],
    confirmed: ['page-from-disk', 'sandboxed-frame'],
    never: ['allow-list-miss'],
  },
  {
    about: 'a wildcard and cookies',
    entries: [get(200, { 'Access-Control-Allow-Origin': '*' }, { credentials: 'include' })],
    confirmed: ['allow-origin-wildcard-with-credentials'],
  },
  {
    about: 'a redirect to another host hides the origin',
    entries: [
      chromeEntry({ status: 302, response: { ...ECHO, Location: 'https://cdn.test/x' } }),
      get(200, ECHO, { url: 'https://cdn.test/x', request: { Origin: 'null' }, at: 30 }),
    ],
    confirmed: ['origin-tainted'],
  },
  {
    about: 'the API runs nowhere',
    entries: [chromeEntry({ status: 0, error: 'net::ERR_CONNECTION_REFUSED' })],
    confirmed: ['connection-refused'],
  },
  {
    about: 'a certificate that nobody trusts',
    entries: [chromeEntry({ status: 0, error: 'net::ERR_CERT_AUTHORITY_INVALID' })],
    confirmed: ['tls-failed'],
  },
]
