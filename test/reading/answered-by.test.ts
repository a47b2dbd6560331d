import { describe, expect, it } from 'vitest'
import { outermost } from '../../src/fix/layer-of.ts'
import { responders } from '../../src/knowledge/responders/index.ts'
import { answeredBy } from '../../src/reading/answered-by.ts'
import { chromeEntry, verdictsOf } from '../make-har.ts'

interface Case {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly url?: string
}

/** Who made a response, in the recording of it alone. */
function makerOf({ status, headers = {}, body, url = 'https://api.test/items' }: Case) {
  const entry = chromeEntry({ url, status, response: { 'Content-Type': null, ...headers } }) as {
    response: Record<string, unknown>
  }
  const content = { size: 0, mimeType: '', ...(body === undefined ? {} : { text: body, size: body.length }) }
  const recorded = { ...entry, response: { ...entry.response, content } }
  const [verdict] = verdictsOf([recorded])
  const made = verdict?.exchange.chain[0].actual
  if (made === null || made === undefined) throw new Error('no entry')
  return answeredBy(made)
}

const html = (length: number, more: Readonly<Record<string, string>> = {}) => ({
  'Content-Type': 'text/html',
  'Content-Length': String(length),
  ...more,
})
const json = { 'Content-Type': 'application/json' }

describe('who made a response', () => {
  it.each<[string, Case, string | null, string | null]>([
    [
      "nginx's page, padded for Chrome",
      { status: 413, headers: html(585, { Server: 'nginx/1.22.1' }) },
      'proxy',
      'nginx',
    ],
    [
      "nginx's page without a version",
      { status: 405, headers: html(150, { Server: 'nginx' }) },
      'proxy',
      'nginx',
    ],
    [
      "nginx's page for a cookie that is too large",
      { status: 400, headers: html(226, { server: 'nginx' }) },
      'proxy',
      'nginx',
    ],
    [
      "nginx's page through Cloudflare",
      {
        status: 502,
        headers: html(552, { Server: 'cloudflare', 'CF-RAY': '1', 'CF-Cache-Status': 'DYNAMIC' }),
      },
      'proxy',
      'nginx',
    ],
    [
      'an error of an application through nginx',
      { status: 413, headers: { ...json, Server: 'nginx/1.22.1', 'Content-Length': '30' } },
      'app',
      null,
    ],
    [
      'Express through nginx',
      { status: 502, headers: html(150, { Server: 'nginx', 'X-Powered-By': 'Express' }) },
      'app',
      'Express',
    ],
    [
      'HTML of another length through nginx',
      { status: 404, headers: html(147, { Server: 'nginx' }) },
      null,
      null,
    ],
    [
      "Starlette's exception",
      {
        status: 500,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': '21', server: 'uvicorn' },
      },
      'app',
      'Starlette (FastAPI)',
    ],
    [
      "Starlette's exception through nginx",
      {
        status: 500,
        headers: {
          Server: 'nginx/1.22.1',
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Length': '21',
        },
      },
      'app',
      'Starlette (FastAPI)',
    ],
    [
      "Apache's page",
      {
        status: 403,
        headers: html(199, {
          Server: 'Apache/2.4.57 (Debian)',
          'Content-Type': 'text/html; charset=iso-8859-1',
        }),
      },
      'proxy',
      'Apache',
    ],
    [
      'PHP inside of Apache',
      { status: 500, headers: html(0, { Server: 'Apache', 'X-Powered-By': 'PHP/8.2' }) },
      'app',
      'PHP',
    ],
    [
      'Apache passing on an HTML page',
      { status: 500, headers: html(40, { Server: 'Apache', 'Content-Type': 'text/html; charset=UTF-8' }) },
      null,
      null,
    ],
    [
      'Caddy without an application',
      { status: 502, headers: { Server: 'Caddy', 'Content-Length': '0' } },
      'proxy',
      'Caddy',
    ],
    [
      'an application through Caddy',
      { status: 502, headers: { ...json, Server: 'Caddy', Via: '1.1 Caddy', 'Content-Length': '2' } },
      'app',
      null,
    ],
    [
      "HAProxy's page",
      { status: 503, headers: html(107, { 'cache-control': 'no-cache' }) },
      'proxy',
      'HAProxy',
    ],
    [
      "Envoy's own text",
      { status: 503, headers: { server: 'envoy', 'content-type': 'text/plain', 'content-length': '91' } },
      'proxy',
      'Envoy',
    ],
    [
      'an application through Envoy',
      { status: 503, headers: { ...json, server: 'envoy', 'x-envoy-upstream-service-time': '4' } },
      'app',
      null,
    ],
    [
      "Cloudflare's 522",
      {
        status: 522,
        headers: {
          server: 'cloudflare',
          'cf-ray': '1',
          'content-type': 'text/plain; charset=UTF-8',
          'content-length': '15',
        },
      },
      'cdn',
      'Cloudflare',
    ],
    [
      'an application through Cloudflare',
      {
        status: 500,
        headers: { ...json, server: 'cloudflare', 'cf-ray': '1', 'cf-cache-status': 'DYNAMIC' },
      },
      'app',
      null,
    ],
    ['CloudFront itself', { status: 403, headers: html(900, { server: 'CloudFront' }) }, 'cdn', 'CloudFront'],
    [
      'a bucket through CloudFront',
      {
        status: 403,
        headers: {
          server: 'AmazonS3',
          'x-cache': 'Error from cloudfront',
          'content-type': 'application/xml',
        },
      },
      'product',
      'Amazon S3',
    ],
    [
      'the load balancer',
      { status: 502, headers: html(122, { server: 'awselb/2.0' }) },
      'gateway',
      'the AWS load balancer',
    ],
    [
      'API Gateway itself',
      {
        status: 502,
        headers: { ...json, 'x-amzn-errortype': 'InternalServerErrorException', 'x-amz-apigw-id': 'a=' },
      },
      'gateway',
      'API Gateway',
    ],
    [
      'a function behind API Gateway',
      {
        status: 400,
        headers: { ...json, 'x-amz-apigw-id': 'a=', 'x-amzn-trace-id': 'Root=1', 'content-length': '21' },
      },
      'app',
      null,
    ],
    [
      "Google's front end",
      {
        status: 403,
        headers: html(109, { server: 'Google Frontend', 'content-type': 'text/html; charset=UTF-8' }),
      },
      'gateway',
      "Google's front end",
    ],
    [
      'IIS itself',
      {
        status: 405,
        headers: html(92, { server: 'Microsoft-IIS/10.0', allow: 'GET', 'x-powered-by': 'ASP.NET' }),
      },
      'proxy',
      'IIS',
    ],
    [
      'ASP.NET inside of IIS',
      { status: 500, headers: { ...json, Server: 'Microsoft-IIS/10.0', 'X-Powered-By': 'ASP.NET' } },
      'app',
      null,
    ],
    [
      'AirPlay',
      { status: 403, headers: { Server: 'AirTunes/595.13.1', 'Content-Length': '0' } },
      'product',
      "macOS's AirPlay Receiver",
    ],
    [
      'Kong itself',
      { status: 401, headers: { ...json, server: 'kong/3.4.0', 'x-kong-response-latency': '1' } },
      'gateway',
      'Kong',
    ],
    [
      'an application behind Kong',
      { status: 401, headers: { ...json, 'x-kong-upstream-latency': '3', 'x-kong-proxy-latency': '1' } },
      'app',
      null,
    ],
    [
      "Vercel's own error",
      { status: 508, headers: { 'x-vercel-error': 'INFINITE_LOOP_DETECTED', server: 'Vercel' } },
      'gateway',
      'Vercel',
    ],
    [
      'a 504 that only its status shows',
      { status: 504, headers: { 'Content-Type': 'text/html' } },
      'proxy',
      null,
    ],
    ['a 504 through nginx alone', { status: 504, headers: { Server: 'nginx' } }, 'proxy', 'nginx'],
    [
      'a bare page with 413 through nginx',
      { status: 413, headers: { Server: 'nginx', 'Content-Type': 'text/html' } },
      'proxy',
      'nginx',
    ],
    [
      'a page with a charset',
      { status: 413, headers: { Server: 'nginx', 'Content-Type': 'text/html; charset=UTF-8' } },
      null,
      null,
    ],
    ['a 502 of an application', { status: 502, headers: { ...json, Server: 'nginx' } }, 'app', null],
    [
      'the function behind API Gateway',
      { status: 400, headers: { ...json, 'x-amz-apigw-id': 'a=', 'x-amzn-trace-id': 'Root=1;Parent=2' } },
      'app',
      'the Lambda function',
    ],
    [
      "Koa's exception",
      {
        status: 500,
        headers: {
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Length': '21',
          'Keep-Alive': 'timeout=5',
        },
      },
      'app',
      'Koa',
    ],
    ['nothing that shows anything', { status: 500, headers: {} }, null, null],
  ])('%s', (_, response, who, name) => {
    const made = makerOf(response)
    expect([made?.who ?? null, made?.name ?? null]).toEqual([who, name])
    expect(made === null || made.evidence.length > 0).toBe(true)
  })

  it('reads what a body says, whatever its length', () => {
    const body = '<html>\r\n<hr><center>nginx/1.18.0 (Ubuntu)</center>\r\n'
    expect(makerOf({ status: 404, body })).toMatchObject({ name: 'nginx', certainty: 'high' })
  })

  it('names what passed a response on', () => {
    const made = makerOf({
      status: 500,
      headers: { ...json, Server: 'nginx', Via: '1.1 abc.cloudfront.net (CloudFront)' },
    })
    expect(made?.through.map(({ name }) => name)).toEqual(['nginx', 'CloudFront'])
  })

  it('takes no length of a compressed body for that of the page', () => {
    expect(
      makerOf({ status: 404, headers: html(146, { Server: 'nginx', 'Content-Encoding': 'gzip' }) }),
    ).toBeNull()
  })

  it('has every one once, with a source', () => {
    expect(new Set(responders.map(({ id }) => id)).size).toBe(responders.length)
    for (const { source } of responders) expect(source).toMatch(/^https:\/\//)
  })
})

describe('the outermost of those who made responses', () => {
  it.each([
    [['app', 'proxy'], 'proxy'],
    [['cdn', 'gateway', 'app'], 'cdn'],
    [['product'], 'product'],
  ] as const)('of %j is %s', (makers, found) => {
    expect(outermost(makers.map((who) => ({ who })))?.who).toBe(found)
  })
})
