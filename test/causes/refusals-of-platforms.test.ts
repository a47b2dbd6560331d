import { describe } from 'vitest'
import { testCauses } from './cause-cases.ts'
import { failed, refused } from './refused.ts'

describe('refusals of platforms and machines', () => {
  const iis = {
    Server: 'Microsoft-IIS/10.0',
    'Content-Type': 'text/html',
    Allow: 'GET, HEAD, OPTIONS, TRACE',
  }
  testCauses([
    {
      when: 'AirPlay',
      entries: refused(403, { Server: 'AirTunes/595.13.1' }, 'http://localhost:5000/x'),
      shows: 'airplay-receiver',
      confidence: 'high',
    },
    {
      when: 'a 403 of the API on that port',
      entries: refused(403, {}, 'http://localhost:5000/x'),
      showsNot: 'airplay-receiver',
    },
    {
      when: "Keycloak's token endpoint",
      entries: [failed(400, {}, 'https://id.test/realms/demo/protocol/openid-connect/token')],
      shows: 'keycloak-web-origins',
      confidence: 'high',
    },
    {
      when: "Keycloak's login page",
      entries: [failed(200, {}, 'https://id.test/realms/demo/protocol/openid-connect/auth')],
      showsNot: 'keycloak-web-origins',
    },
    { when: 'WebDAV', entries: [failed(405, { ...iis }), ...refused(405, iis)], shows: 'iis-webdav' },
    {
      when: 'a 405 with another list',
      entries: refused(405, { ...iis, Allow: 'GET, POST' }),
      showsNot: 'iis-webdav',
    },
    {
      when: 'Windows authentication',
      entries: refused(401, { 'WWW-Authenticate': ['Negotiate', 'NTLM'] }),
      shows: 'windows-auth-on-preflight',
      confidence: 'high',
    },
    {
      when: 'another authentication',
      entries: refused(401, { 'WWW-Authenticate': 'Bearer' }),
      showsNot: 'windows-auth-on-preflight',
    },
    {
      when: 'Heroku’s router',
      entries: [failed(503, { Server: 'Heroku', 'Content-Type': 'text/html; charset=utf-8' })],
      shows: 'heroku-app-error',
      confidence: 'high',
    },
    {
      when: 'an app at Heroku',
      entries: [failed(503, { Server: 'Heroku', 'Content-Type': 'application/json' })],
      showsNot: 'heroku-app-error',
    },
    {
      when: 'Render',
      entries: [failed(502, { 'x-render-routing': 'no-deploy' })],
      shows: 'platform-cannot-reach-app',
      confidence: 'high',
    },
    {
      when: 'an app at Render',
      entries: [failed(502, { 'x-render-routing': 'x', 'x-render-origin-server': 'gunicorn' })],
      showsNot: 'platform-cannot-reach-app',
    },
    {
      when: 'a codespace',
      entries: [
        failed(
          302,
          { Location: 'https://github.dev/pf-signin?id=a&port=80' },
          'https://a-80.app.github.dev/x',
        ),
      ],
      shows: 'private-forwarded-port',
      confidence: 'high',
    },
    {
      when: 'Gitpod',
      entries: refused(401, { 'content-length': '0' }, 'https://8080-acme-app-x1.ws-eu.gitpod.io/x'),
      shows: 'private-forwarded-port',
      confidence: 'high',
    },
    {
      when: 'the application in a codespace',
      entries: [failed(401, { 'X-Powered-By': 'Express' }, 'https://a-80.app.github.dev/x')],
      showsNot: 'private-forwarded-port',
    },
    {
      when: 'two slashes',
      entries: refused(308, { Location: '/login' }, 'https://api.test//login'),
      shows: 'double-slash-redirect',
      confidence: 'high',
    },
    {
      when: 'another redirect of two slashes',
      entries: refused(308, { Location: '/en/login' }, 'https://api.test//login'),
      showsNot: 'double-slash-redirect',
    },
  ])
})
