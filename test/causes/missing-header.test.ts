import { describe } from 'vitest'
import type { EntryDescription } from '../make-har.ts'
import { testCauses } from './cause-cases.ts'
import { afterPreflight, blocked, ECHO, shared, stopped } from './exchanges.ts'
import { withText } from './refused.ts'

describe('the response lacks the header', () => {
  testCauses([
    {
      when: 'its preflight has it: the handler forgot',
      entries: afterPreflight({ status: 200 }),
      shows: 'handler-forgot-headers',
      confidence: 'high',
    },
    {
      when: 'an error of the handler is another matter',
      entries: afterPreflight({ status: 500 }),
      showsNot: 'handler-forgot-headers',
    },
    { when: 'no preflight, no contrast', entries: [blocked()], showsNot: 'handler-forgot-headers' },
    {
      when: 'two servers answered',
      entries: afterPreflight({ response: { Server: 'gunicorn' } }, { response: { Server: 'nginx' } }),
      shows: 'different-backends',
    },
    {
      when: 'one server answered',
      entries: afterPreflight({ response: { Server: 'nginx' } }, { response: { Server: 'nginx' } }),
      showsNot: 'different-backends',
    },
    {
      when: 'another path of the API has it',
      entries: [shared({ url: 'https://api.test/v1' }), blocked({ url: 'https://api.test/v2' })],
      shows: 'middleware-on-some-paths',
    },
    {
      when: 'this path had it as well',
      entries: [
        shared({ url: 'https://api.test/v1' }),
        shared({ at: 10, url: 'https://api.test/v2' }),
        blocked({ url: 'https://api.test/v2' }),
      ],
      showsNot: 'middleware-on-some-paths',
    },
    {
      when: 'a location of nginx has a header of its own',
      entries: [
        shared({ url: 'https://api.test/v1', response: { Server: 'nginx' } }),
        blocked({ url: 'https://api.test/f', response: { Server: 'nginx', 'Cache-Control': 'max-age=60' } }),
      ],
      shows: 'nginx-inheritance-reset',
    },
    {
      when: 'both locations have that header',
      entries: [
        shared({ url: 'https://api.test/v1', response: { Server: 'nginx', 'Cache-Control': 'no-cache' } }),
        blocked({ url: 'https://api.test/f', response: { Server: 'nginx', 'Cache-Control': 'no-cache' } }),
      ],
      showsNot: 'nginx-inheritance-reset',
    },
    {
      when: 'it varies by Origin: the list',
      entries: [blocked({ response: { Vary: 'Origin' } })],
      shows: 'allow-list-miss',
      confidence: 'medium',
    },
    {
      when: 'no trace of a middleware',
      entries: [blocked({ response: { Vary: 'Accept' } })],
      showsNot: 'allow-list-miss',
    },
    {
      when: 'the tunnel answered',
      entries: [blocked({ status: 404, response: { 'ngrok-error-code': 'ERR_NGROK_3200' } })],
      shows: 'tunnel-interstitial',
      confidence: 'high',
    },
    {
      when: 'JSON through the tunnel',
      entries: [
        blocked({ url: 'https://a.ngrok-free.app/x', response: { 'Content-Type': 'application/json' } }),
      ],
      showsNot: 'tunnel-interstitial',
    },
  ])
})

describe('a web page instead of JSON', () => {
  const page = { 'Content-Type': 'text/html; charset=utf-8' }
  const json = { 'Content-Type': 'application/json' }
  testCauses([
    {
      when: 'the API sends JSON elsewhere',
      entries: [shared({ response: json }), blocked({ url: 'https://api.test/itmes', response: page })],
      shows: 'page-instead-of-api',
      confidence: 'medium',
    },
    {
      when: 'the request accepts JSON alone',
      entries: [blocked({ request: { Accept: 'application/json' }, response: page })],
      shows: 'page-instead-of-api',
      confidence: 'medium',
    },
    {
      when: 'the request prefers JSON',
      entries: [blocked({ request: { Accept: 'application/json, text/plain, */*' }, response: page })],
      shows: 'page-instead-of-api',
      confidence: 'low',
    },
    {
      when: 'the request takes anything',
      entries: [blocked({ request: { Accept: '*/*' }, response: page })],
      showsNot: 'page-instead-of-api',
    },
    {
      when: 'the request wants a page',
      entries: [
        shared({ response: json }),
        blocked({ request: { Accept: 'text/html, */*; q=0.01' }, response: page }),
      ],
      showsNot: 'page-instead-of-api',
    },
    {
      when: 'JSON came',
      entries: [blocked({ request: { Accept: 'application/json' }, response: json })],
      showsNot: 'page-instead-of-api',
    },
    {
      when: 'a firewall sent the page',
      entries: withText('<title>Request Rejected</title>', 200, page),
      showsNot: 'page-instead-of-api',
    },
  ])
})

describe('redirects', () => {
  const to = (Location: string, url: string, rest: EntryDescription = {}) =>
    stopped({
      status: 307,
      error: 'net::ERR_INVALID_REDIRECT',
      url,
      response: { ...ECHO, Location },
      ...rest,
    })
  testCauses([
    {
      when: 'http to https',
      entries: to('https://api.test/a', 'http://api.test/a'),
      shows: 'https-redirect',
    },
    {
      when: 'https to https',
      entries: to('https://b.test/a', 'https://api.test/a'),
      showsNot: 'https-redirect',
    },
    { when: 'a slash more', entries: to('/a/', 'https://api.test/a'), shows: 'trailing-slash-redirect' },
    { when: 'a word more', entries: to('/a/b', 'https://api.test/a'), showsNot: 'trailing-slash-redirect' },
    {
      when: 'a redirect without the headers, of the request itself',
      entries: [blocked({ status: 301, response: { Location: 'https://api.test/items/' } })],
      shows: 'trailing-slash-redirect',
    },
    {
      when: 'www',
      entries: to('https://www.api.test/a', 'https://api.test/a'),
      shows: 'www-redirect',
      confidence: 'high',
    },
    {
      when: 'another host, the same path',
      entries: to('https://b.test/a', 'https://api.test/a'),
      shows: 'www-redirect',
      confidence: 'medium',
    },
    { when: 'another path', entries: to('https://b.test/b', 'https://api.test/a'), showsNot: 'www-redirect' },
    {
      when: 'to the login',
      entries: to('https://login.example/oauth2/authorize?client_id=1', 'https://api.test/a'),
      shows: 'login-redirect',
    },
    {
      when: 'to a path that only sounds so',
      entries: to('/login-stats', 'https://api.test/a'),
      showsNot: 'login-redirect',
    },
    {
      when: 'from one foreign origin to another',
      entries: [
        shared({ status: 302, response: { Location: 'https://b.test/x' } }),
        blocked({ at: 30, url: 'https://b.test/x', request: { Origin: 'null' }, response: ECHO }),
      ],
      shows: 'origin-tainted',
    },
    {
      when: 'a null origin without a redirect',
      entries: [blocked({ request: { Origin: 'null' }, response: ECHO })],
      showsNot: 'origin-tainted',
    },
  ])
})
