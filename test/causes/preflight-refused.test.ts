import { describe } from 'vitest'
import { withBody } from '../fix/fingerprints/recorded-answers.ts'
import { testCauses } from './cause-cases.ts'
import { blocked, ECHO, shared, stopped } from './exchanges.ts'

describe('the preflight is refused', () => {
  testCauses([
    {
      when: '401 is authentication before CORS',
      entries: stopped({ status: 401, response: { 'WWW-Authenticate': 'Bearer' } }),
      shows: 'auth-before-cors',
      confidence: 'high',
    },
    { when: '403 alone is not', entries: stopped({ status: 403 }), showsNot: 'auth-before-cors' },
    {
      when: 'nor is a 401 to the request itself',
      entries: [blocked({ status: 401 })],
      showsNot: 'auth-before-cors',
    },
    {
      when: 'Cloudflare Access answers with its own headers',
      entries: stopped({ status: 403, response: { 'CF-Access-Domain': 'api.test' } }),
      shows: 'edge-auth',
      confidence: 'high',
    },
    {
      when: 'a 401 of a preview deployment',
      entries: stopped({ status: 401, url: 'https://shop-git-main.vercel.app/api' }),
      shows: 'edge-auth',
      confidence: 'medium',
    },
    { when: 'a 401 of any other host', entries: stopped({ status: 401 }), showsNot: 'edge-auth' },
    {
      when: '405 is a router',
      entries: stopped({ status: 405, response: { Allow: 'GET, PUT' } }),
      shows: 'options-not-routed',
      confidence: 'high',
    },
    {
      when: '404 may be a wrong URL',
      entries: stopped({ status: 404 }),
      shows: 'options-not-routed',
      confidence: 'medium',
    },
    {
      when: '404 where GET works is a router',
      entries: [shared({ at: -500 }), ...stopped({ status: 404 })],
      shows: 'options-not-routed',
      confidence: 'high',
    },
    { when: '500 is no router', entries: stopped({ status: 500 }), showsNot: 'options-not-routed' },
    {
      when: '200 with Allow and nothing of CORS is the framework',
      entries: stopped({ status: 200, response: { Allow: 'GET,HEAD,PUT' } }),
      shows: 'framework-answers-options',
    },
    {
      when: 'with a CORS header it is a middleware',
      entries: stopped({ status: 200, response: { Allow: 'GET', 'Access-Control-Allow-Methods': 'PUT' } }),
      showsNot: 'framework-answers-options',
    },
    {
      when: '204 with nothing but Vary is a middleware that drops all',
      entries: stopped({ response: { Vary: 'Origin, Access-Control-Request-Method' } }),
      shows: 'middleware-drops-all',
      confidence: 'medium',
    },
    {
      when: '204 that varies by Origin only is not that',
      entries: stopped({ response: { Vary: 'Origin' } }),
      showsNot: 'middleware-drops-all',
    },
    {
      when: 'some CORS headers, but not the one: the list of origins',
      entries: stopped({ response: { 'Access-Control-Allow-Methods': 'GET,PUT', Vary: 'Origin' } }),
      shows: 'allow-list-miss',
      confidence: 'high',
    },
    {
      when: 'from nginx it is an if',
      entries: stopped({ response: { 'Access-Control-Allow-Methods': 'GET, PUT', Server: 'nginx/1.25.3' } }),
      shows: 'nginx-if-block',
    },
    {
      when: 'and not the list',
      entries: stopped({ response: { 'Access-Control-Allow-Methods': 'GET, PUT', Server: 'nginx' } }),
      showsNot: 'allow-list-miss',
    },
    {
      when: 'nginx without any CORS header is no if',
      entries: stopped({ response: { Server: 'nginx' } }),
      showsNot: 'nginx-if-block',
    },
    {
      when: 'S3 refuses with 403',
      entries: stopped({ status: 403, response: { Server: 'AmazonS3' } }),
      shows: 's3-rule',
      confidence: 'high',
    },
    { when: 'another server with 403', entries: stopped({ status: 403 }), showsNot: 's3-rule' },
    {
      when: 'storage of its kind, by its error',
      entries: stopped({ status: 403 }).map((entry, i) =>
        i === 0
          ? withBody(
              entry,
              '<Code>AccessForbidden</Code><Message>CORSResponse: This CORS request is not allowed.',
            )
          : entry,
      ),
      shows: 's3-rule',
      showsNot: 'cors-callback-error',
    },
    {
      when: '400 with 25 bytes of text is Fastify',
      entries: stopped({ status: 400, response: { 'Content-Length': '25', 'Content-Type': 'text/plain' } }),
      shows: 'fastify-strict-preflight',
    },
    {
      when: '26 bytes are not',
      entries: stopped({ status: 400, response: { 'Content-Length': '26', 'Content-Type': 'text/plain' } }),
      showsNot: 'fastify-strict-preflight',
    },
    {
      when: '400 with 23 bytes and methods is Starlette',
      entries: stopped({
        status: 400,
        response: {
          ...ECHO,
          'Content-Length': '23',
          'Content-Type': 'text/plain; charset=utf-8',
          'Access-Control-Allow-Methods': 'PUT',
        },
      }),
      shows: 'starlette-refuses-preflight',
    },
    {
      when: 'without methods it is not',
      entries: stopped({ status: 400, response: { 'Content-Length': '23', 'Content-Type': 'text/plain' } }),
      showsNot: 'starlette-refuses-preflight',
    },
    {
      when: '403 with 20 bytes is Spring',
      entries: stopped({
        status: 403,
        response: {
          'Content-Length': '20',
          Vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
        },
      }),
      shows: 'spring-rejects-origin',
      confidence: 'high',
    },
    {
      when: '403 with 21 bytes is not',
      entries: stopped({ status: 403, response: { 'Content-Length': '21' } }),
      showsNot: 'spring-rejects-origin',
    },
    {
      when: 'API Gateway says what it missed',
      entries: stopped({
        status: 403,
        response: { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
      }),
      shows: 'api-gateway-error',
    },
    {
      when: 'its name alone says nothing',
      entries: stopped({ status: 403, response: { 'apigw-requestid': 'abc' } }),
      showsNot: 'api-gateway-error',
    },
  ])
})
