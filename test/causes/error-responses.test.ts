import { describe } from 'vitest'
import { testCauses } from './cause-cases.ts'
import { afterPreflight, blocked, served, shared } from './exchanges.ts'

describe('an error response lacks the headers', () => {
  const nginx = { response: { Server: 'nginx/1.25.3' } }
  const file = served(nginx.response)
  testCauses([
    {
      when: '500 where 200 has them',
      entries: [shared(), blocked({ status: 500 })],
      shows: 'error-response-without-headers',
      confidence: 'high',
    },
    {
      when: '500 where only the preflight has them',
      entries: afterPreflight({ status: 500 }),
      shows: 'error-response-without-headers',
      confidence: 'medium',
    },
    {
      when: '500 where nothing has them',
      entries: [blocked({ status: 500 })],
      showsNot: 'error-response-without-headers',
    },
    {
      when: 'nginx sends them with 200 and not with 404',
      entries: [shared(file), blocked({ status: 404, ...nginx })],
      shows: 'nginx-without-always',
      confidence: 'high',
    },
    {
      when: 'then no more needs to be said',
      entries: [shared(file), blocked({ status: 404, ...nginx })],
      showsNot: 'error-response-without-headers',
    },
    {
      when: 'nginx passes on an application that sends them',
      entries: [shared(nginx), blocked({ status: 404, ...nginx })],
      showsNot: 'nginx-without-always',
    },
    {
      when: 'nginx adds them in capitals to an application that writes lower case',
      entries: [
        shared({ response: { ...nginx.response, 'x-request-id': '1' } }),
        blocked({ status: 404, response: { ...nginx.response, 'x-request-id': '2' } }),
      ],
      shows: 'nginx-without-always',
    },
    {
      when: 'the application writes all in capitals',
      entries: [
        shared({ response: { ...nginx.response, 'X-Request-Id': '1' } }),
        blocked({ status: 404, response: { ...nginx.response, 'X-Request-Id': '2' } }),
      ],
      showsNot: 'nginx-without-always',
    },
    {
      when: 'nginx sends them with another error',
      entries: [shared(file), shared({ at: 10, status: 401, ...nginx }), blocked({ status: 404, ...nginx })],
      showsNot: 'nginx-without-always',
    },
    {
      when: 'nginx adds headers to 204 by itself',
      entries: [shared(file), blocked({ status: 204, ...nginx })],
      showsNot: 'nginx-without-always',
    },
    {
      when: '502 is the proxy’s',
      entries: [blocked({ status: 502, ...nginx })],
      shows: 'proxy-error',
      confidence: 'high',
    },
    {
      when: '503 may be the application’s',
      entries: [blocked({ status: 503 })],
      shows: 'proxy-error',
      confidence: 'medium',
    },
    {
      when: '500 is not the proxy’s',
      entries: [blocked({ status: 500, ...nginx })],
      showsNot: 'proxy-error',
    },
    {
      when: '502 with the header is no CORS matter',
      entries: [blocked({ status: 502, response: { 'Access-Control-Allow-Origin': 'https://b.example' } })],
      showsNot: 'proxy-error',
    },
    {
      when: '429 is a limit',
      entries: [blocked({ status: 429, response: { 'Retry-After': '30' } })],
      shows: 'rate-limit',
    },
    { when: '403 is no limit', entries: [blocked({ status: 403 })], showsNot: 'rate-limit' },
    {
      when: 'a challenge is marked',
      entries: [blocked({ status: 403, response: { 'CF-Mitigated': 'challenge', Server: 'cloudflare' } })],
      shows: 'waf-challenge',
      confidence: 'high',
    },
    {
      when: 'HTML of Cloudflare with 403 may be one',
      entries: [blocked({ status: 403, response: { Server: 'cloudflare', 'Content-Type': 'text/html' } })],
      shows: 'waf-challenge',
      confidence: 'medium',
    },
    {
      when: 'JSON with 403 is the application’s',
      entries: [
        blocked({ status: 403, response: { Server: 'cloudflare', 'Content-Type': 'application/json' } }),
      ],
      showsNot: 'waf-challenge',
    },
    {
      when: '500 for one page and 200 for another',
      entries: [
        shared({
          page: 'https://b.example',
          response: { 'Access-Control-Allow-Origin': 'https://b.example' },
        }),
        blocked({ status: 500 }),
      ],
      shows: 'origin-callback-throws',
    },
    {
      when: '500 for a page that is allowed elsewhere',
      entries: [
        shared({
          page: 'https://b.example',
          response: { 'Access-Control-Allow-Origin': 'https://b.example' },
        }),
        shared({ at: 10 }),
        blocked({ status: 500 }),
      ],
      showsNot: 'origin-callback-throws',
    },
  ])
})
