import { describe } from 'vitest'
import { withBody } from '../fix/fingerprints/recorded-answers.ts'
import { testCauses } from './cause-cases.ts'
import { afterPreflight, blocked, ECHO, served, shared, stopped } from './exchanges.ts'

describe('what stands before the application', () => {
  const apache = { response: { Server: 'Apache/2.4.62 (Debian)' } }
  const ownPage = {
    response: { Server: 'Apache/2.4.62 (Debian)', 'Content-Type': 'text/html; charset=iso-8859-1' },
  }
  const cloudfront = { Via: '1.1 abc.cloudfront.net (CloudFront)', 'X-Cache': 'Miss from cloudfront' }
  testCauses([
    {
      when: 'Apache sends them with 200 and not with a 404 of its own',
      entries: [shared(served(apache.response)), blocked({ status: 404, ...ownPage })],
      shows: 'apache-without-always',
      confidence: 'high',
    },
    {
      when: 'the 404 may be the application’s',
      entries: [shared(served(apache.response)), blocked({ status: 404, ...apache })],
      showsNot: 'apache-without-always',
    },
    {
      when: 'the headers are those of PHP inside of Apache',
      entries: [
        shared({ response: { ...apache.response, 'X-Powered-By': 'PHP/8.2' } }),
        blocked({ status: 404, ...ownPage }),
      ],
      showsNot: 'apache-without-always',
    },
    {
      when: 'then no more needs to be said of Apache',
      entries: [shared(served(apache.response)), blocked({ status: 404, ...ownPage })],
      showsNot: 'error-response-without-headers',
    },
    {
      when: 'Apache sends them with another error',
      entries: [
        shared(apache),
        shared({ at: 10, status: 401, ...apache }),
        blocked({ status: 404, ...apache }),
      ],
      showsNot: 'apache-without-always',
    },
    {
      when: 'a bucket behind a CDN that shows no sign of an Origin',
      entries: [blocked({ response: { ...cloudfront, Server: 'AmazonS3' } })],
      shows: 'cdn-withholds-origin',
      confidence: 'medium',
    },
    {
      when: 'another server behind it',
      entries: [blocked({ response: cloudfront })],
      shows: 'cdn-withholds-origin',
      confidence: 'low',
    },
    {
      when: 'a server that saw the Origin',
      entries: [blocked({ response: { ...cloudfront, Vary: 'Origin' } })],
      showsNot: 'cdn-withholds-origin',
    },
    {
      when: 'no CDN',
      entries: [blocked({ response: { Server: 'AmazonS3' } })],
      showsNot: 'cdn-withholds-origin',
    },
    {
      when: 'a gateway that gives its error no name, by its length',
      entries: stopped({ status: 401, response: { 'apigw-requestid': 'a=', 'Content-Length': '26' } }),
      shows: 'api-gateway-error',
      confidence: 'medium',
    },
    {
      when: 'another length is the function’s',
      entries: stopped({ status: 401, response: { 'apigw-requestid': 'a=', 'Content-Length': '27' } }),
      showsNot: 'api-gateway-error',
    },
    {
      when: 'Rails does not know the host',
      entries: [withBody(blocked({ status: 403 }), 'Blocked hosts: api.test')],
      shows: 'host-not-allowed',
      confidence: 'high',
    },
    {
      when: 'Vite does not either',
      entries: [
        withBody(
          blocked({ status: 403 }),
          'Blocked request. This host ("api.test") is not allowed.\nTo allow this host, add it',
        ),
      ],
      shows: 'host-not-allowed',
    },
    {
      when: 'a 403 that says something else',
      entries: [withBody(blocked({ status: 403 }), 'Blocked: you')],
      showsNot: 'host-not-allowed',
    },
  ])
})

describe('a middleware that is at work', () => {
  const allows = (methods: string): readonly object[] =>
    stopped({ response: { ...ECHO, 'Access-Control-Allow-Methods': methods } })
  testCauses([
    {
      when: 'the list of methods that Fastify has unless told',
      entries: allows('GET,HEAD,POST'),
      shows: 'methods-left-at-default',
      confidence: 'medium',
    },
    {
      when: 'with spaces somebody wrote it',
      entries: allows('GET, HEAD, POST'),
      showsNot: 'methods-left-at-default',
    },
    {
      when: 'a default that allows the method',
      entries: [
        ...afterPreflight(
          { response: {} },
          { response: { ...ECHO, 'Access-Control-Allow-Methods': 'GET,HEAD,PUT,PATCH,POST,DELETE' } },
        ),
      ],
      showsNot: 'methods-left-at-default',
    },
    {
      when: 'Rack::Cors in debug mode',
      entries: stopped({ status: 200, response: { 'X-Rack-CORS': 'preflight-miss; deny-method' } }),
      shows: 'rack-cors-says-why',
      confidence: 'high',
    },
    {
      when: 'Rack::Cors for the request itself',
      entries: [blocked({ response: { 'x-rack-cors': 'miss; no-origin' } })],
      shows: 'rack-cors-says-why',
    },
    {
      when: 'a reason that nobody knows',
      entries: [blocked({ response: { 'x-rack-cors': 'miss; because' } })],
      showsNot: 'rack-cors-says-why',
    },
    {
      when: 'GET has the headers, PUT has not, from nginx',
      entries: [
        shared({ response: { Server: 'nginx' } }),
        ...afterPreflight({ response: { Server: 'nginx' } }, { response: { Server: 'nginx' } }),
      ],
      shows: 'headers-for-some-methods',
      confidence: 'medium',
    },
    {
      when: 'from another server',
      entries: [shared({}), ...afterPreflight({})],
      shows: 'headers-for-some-methods',
      confidence: 'medium',
    },
    {
      when: 'GET at another path',
      entries: [shared({ url: 'https://api.test/other' }), ...afterPreflight({})],
      showsNot: 'headers-for-some-methods',
    },
    {
      when: 'the same method was allowed before',
      entries: [shared({}), blocked({})],
      showsNot: 'headers-for-some-methods',
    },
  ])
})

describe('an API without CORS', () => {
  const plain = (path: string, at: number): object => blocked({ url: `https://api.test/${path}`, at })
  testCauses([
    {
      when: 'one response without a trace',
      entries: [blocked({})],
      shows: 'cors-not-set-up',
      confidence: 'low',
    },
    {
      when: 'many without one',
      entries: [plain('a', 0), plain('b', 100), plain('c', 200)],
      shows: 'cors-not-set-up',
      confidence: 'medium',
    },
    {
      when: 'a trace elsewhere',
      entries: [shared({ url: 'https://api.test/a' }), blocked({})],
      showsNot: 'cors-not-set-up',
    },
    {
      when: 'nor is it told beside what is more likely',
      entries: stopped({ status: 200, response: { Allow: 'GET' } }),
      showsNot: 'cors-not-set-up',
    },
    { when: 'an error says nothing', entries: [blocked({ status: 500 })], showsNot: 'cors-not-set-up' },
  ])
})
