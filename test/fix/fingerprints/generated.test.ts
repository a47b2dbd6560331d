import { describe } from 'vitest'
import { chromeEntry, chromePreflight, type EntryDescription, type HeaderRecord } from '../../make-har.ts'
import { testGuesses } from './guess-cases.ts'
import { withBody } from './recorded-answers.ts'

const answer = (response: HeaderRecord, rest: EntryDescription = {}): readonly object[] => [
  chromeEntry({ response, ...rest }),
]
const preflight = (response: HeaderRecord, rest: EntryDescription = {}): readonly object[] => [
  chromePreflight({ response, ...rest }),
]
const page = (status: number, text: string, response: HeaderRecord = {}): readonly object[] => [
  withBody(chromeEntry({ status, response }), text),
]
const at = (url: string): { readonly entries: readonly object[]; readonly target: string } => ({
  entries: answer({}, { url }),
  target: new URL(url).origin,
})
const JSON_TYPE = { 'Content-Type': 'application/json' }

describe('what stands before an application', () => {
  const ingress = {
    'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE, PATCH, OPTIONS',
    'Access-Control-Max-Age': '1728000',
  }
  testGuesses([
    { when: 'OpenResty', entries: answer({ Server: 'openresty/1.25.3.1' }), shows: 'nginx' },
    { when: 'a name that only begins so', entries: answer({ Server: 'nginxish' }), showsNot: 'nginx' },
    {
      when: 'the values of enable-cors',
      entries: preflight(ingress),
      shows: 'ingress-nginx',
      confidence: 'high',
    },
    { when: 'are not just nginx', entries: preflight({ ...ingress, Server: 'nginx' }), showsNot: 'nginx' },
    {
      when: 'another age is somebody’s own',
      entries: preflight({ ...ingress, 'Access-Control-Max-Age': '600' }),
      showsNot: 'ingress-nginx',
    },
    { when: 'Apache', entries: answer({ Server: 'Apache/2.4.62 (Unix)' }), shows: 'apache' },
    { when: 'Apache-Coyote is Tomcat', entries: answer({ Server: 'Apache-Coyote/1.1' }), showsNot: 'apache' },
    { when: 'Caddy in Via', entries: answer({ Via: '1.1 Caddy', Server: 'gunicorn' }), shows: 'caddy' },
    { when: 'Via of another proxy', entries: answer({ Via: '1.1 squid' }), showsNot: 'caddy' },
    {
      when: 'HAProxy’s own page',
      entries: page(
        504,
        "<html><body><h1>504 Gateway Time-out</h1>\nThe server didn't respond in time.\n</body></html>",
      ),
      shows: 'haproxy',
      confidence: 'high',
    },
    {
      when: 'a 503 of another length',
      entries: answer({ 'Content-Length': '108', 'Content-Type': 'text/html' }, { status: 503 }),
      showsNot: 'haproxy',
    },
    { when: 'a bare "Bad Gateway"', entries: page(502, 'Bad Gateway'), shows: 'traefik', confidence: 'low' },
    { when: 'a page about it', entries: page(502, '<h1>Bad Gateway</h1>'), showsNot: 'traefik' },
    { when: 'Envoy’s stopwatch', entries: answer({ 'X-Envoy-Upstream-Service-Time': '12' }), shows: 'envoy' },
    { when: 'Istio', entries: answer({ Server: 'istio-envoy' }), shows: 'envoy', confidence: 'high' },
    {
      when: 'an Envoy header that is none of its own',
      entries: answer({ 'X-Envoy-Decorator': 'x' }),
      showsNot: 'envoy',
    },
    { when: 'an HTTP API', entries: answer({ 'apigw-requestid': 'a=' }), shows: 'api-gateway-http' },
    { when: 'is no REST API', entries: answer({ 'apigw-requestid': 'a=' }), showsNot: 'api-gateway-rest' },
    { when: 'a REST API', entries: answer({ 'x-amz-apigw-id': 'a=' }), shows: 'api-gateway-rest' },
    { when: 'is no HTTP API', entries: answer({ 'x-amz-apigw-id': 'a=' }), showsNot: 'api-gateway-http' },
    {
      when: 'its CloudFront is not the user’s',
      entries: answer({ 'x-amz-apigw-id': 'a=', Via: '1.1 abc.cloudfront.net (CloudFront)' }),
      showsNot: 'cloudfront',
    },
    {
      when: 'CloudFront',
      entries: answer({ Via: '1.1 abc.cloudfront.net (CloudFront)' }),
      shows: 'cloudfront',
    },
    { when: 'Cloudflare', entries: answer({ 'CF-RAY': '8f-AMS' }), shows: 'cloudflare' },
    { when: 'CF-Cache-Status alone', entries: answer({ 'X-CF': '1' }), showsNot: 'cloudflare' },
  ])
})

describe('applications on Node', () => {
  const packageList = { 'Access-Control-Allow-Methods': 'GET,HEAD,PUT,PATCH,POST,DELETE' }
  const own = { 'Access-Control-Allow-Methods': 'GET,HEAD,PUT,POST,DELETE,PATCH' }
  testGuesses([
    {
      when: 'Express without its name',
      entries: preflight(packageList),
      shows: 'express',
      confidence: 'medium',
    },
    {
      when: 'the dev server of webpack, which is built on Express',
      entries: answer({ 'X-Powered-By': 'Express', 'Cross-Origin-Resource-Policy': 'same-origin' }),
      showsNot: 'express',
    },
    {
      when: 'that list in lowercase, among names that are not',
      entries: preflight({
        'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
        'content-length': '0',
        Date: 'x',
      }),
      shows: 'fastify',
    },
    {
      when: 'Nest’s 500 by its length',
      entries: answer({ ...JSON_TYPE, 'X-Powered-By': 'Express', 'Content-Length': '52' }, { status: 500 }),
      shows: 'nestjs',
      confidence: 'medium',
    },
    {
      when: 'an Express 500 of another length',
      entries: answer({ ...JSON_TYPE, 'X-Powered-By': 'Express', 'Content-Length': '53' }, { status: 500 }),
      showsNot: 'nestjs',
    },
    {
      when: 'Nest’s own words',
      entries: page(401, '{"message":"Unauthorized","statusCode":401}', { 'X-Powered-By': 'Express' }),
      shows: 'nestjs',
      confidence: 'high',
    },
    {
      when: 'which then are not told as Express',
      entries: page(401, '{"message":"Unauthorized","statusCode":401}', { 'X-Powered-By': 'Express' }),
      showsNot: 'express',
    },
    { when: 'Next.js by its name', entries: answer({ 'X-Powered-By': 'Next.js' }), shows: 'nextjs' },
    {
      when: 'Next.js by what it varies by',
      entries: answer({ Vary: 'rsc, next-router-state-tree, next-router-prefetch' }),
      shows: 'nextjs',
    },
    {
      when: 'the platform that most often runs it',
      entries: answer({ 'X-Vercel-Id': 'fra1::x', Server: 'Vercel' }),
      showsNot: 'nextjs',
    },
    {
      when: 'the refused preflight of Fastify',
      entries: preflight({ 'content-type': 'text/plain', 'content-length': '25' }, { status: 400 }),
      shows: 'fastify',
      confidence: 'medium',
    },
    {
      when: 'which is one of a preflight',
      entries: answer({ 'content-type': 'text/plain', 'content-length': '25' }, { status: 400 }),
      showsNot: 'fastify',
    },
    {
      when: 'the list of Koa, spelled as Koa does',
      entries: preflight(own),
      shows: 'koa',
      confidence: 'medium',
    },
    {
      when: 'the same over HTTP/2 may be Koa',
      entries: preflight({ 'access-control-allow-methods': 'GET,HEAD,PUT,POST,DELETE,PATCH' }),
      shows: 'koa',
      confidence: 'low',
    },
    {
      when: 'or Hono',
      entries: preflight({ 'access-control-allow-methods': 'GET,HEAD,PUT,POST,DELETE,PATCH' }),
      shows: 'hono',
      confidence: 'low',
    },
    {
      when: 'spaces are not Koa’s',
      entries: preflight({ 'Access-Control-Allow-Methods': 'GET, HEAD, PUT, POST, DELETE, PATCH' }),
      showsNot: 'koa',
    },
    {
      when: 'a method more is Hono',
      entries: preflight({ 'access-control-allow-methods': 'GET,HEAD,PUT,POST,DELETE,PATCH,QUERY' }),
      shows: 'hono',
      confidence: 'high',
    },
    {
      when: 'UTF-8 in lowercase is not',
      entries: answer(
        { 'content-type': 'text/plain; charset=utf-8', 'content-length': '13' },
        { status: 404 },
      ),
      showsNot: 'hono',
    },
    {
      when: 'Node’s five seconds',
      entries: answer({ 'Keep-Alive': 'timeout=5' }),
      shows: 'node-http',
      confidence: 'low',
    },
    {
      when: 'Apache’s five seconds',
      entries: answer({ 'Keep-Alive': 'timeout=5, max=100' }),
      showsNot: 'node-http',
    },
    { when: 'Bun’s 500', entries: page(500, 'Something went wrong!'), shows: 'bun', confidence: 'low' },
    { when: 'a 502 in those words', entries: page(502, 'Something went wrong!'), showsNot: 'bun' },
    { when: 'a function of Supabase', ...at('https://abc.supabase.co/functions/v1/hello'), shows: 'deno' },
    { when: 'the database beside it', ...at('https://abc.supabase.co/rest/v1/items'), showsNot: 'deno' },
  ])
})

describe('applications in Python, Ruby, Go, Java, PHP and C#', () => {
  const three = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']
  const vary = { Vary: three.join(', ') }
  const secured = {
    'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
    Expires: '0',
    'X-Content-Type-Options': 'nosniff',
  }
  const php = { 'X-Powered-By': 'PHP/8.3.1' }
  testGuesses([
    {
      when: 'FastAPI behind a proxy that took its name',
      entries: answer({ ...JSON_TYPE, 'Content-Length': '22' }, { status: 404 }),
      shows: 'fastapi',
      confidence: 'medium',
    },
    {
      when: 'Django REST says a point more',
      entries: answer({ ...JSON_TYPE, 'Content-Length': '23' }, { status: 404 }),
      showsNot: 'fastapi',
    },
    {
      when: 'a FastAPI that validates',
      entries: page(422, '{"detail":[{"type":"missing","loc":["query","q"]}]}'),
      shows: 'fastapi',
      confidence: 'high',
    },
    { when: 'uvicorn alone', entries: answer({ server: 'uvicorn' }), shows: 'fastapi', confidence: 'medium' },
    { when: 'gunicorn is Flask', entries: answer({ Server: 'gunicorn' }), shows: 'flask', confidence: 'low' },
    { when: 'or Django', entries: answer({ Server: 'gunicorn' }), shows: 'django', confidence: 'low' },
    {
      when: 'methods in the order of the alphabet',
      entries: preflight({ 'Access-Control-Allow-Methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT' }),
      shows: 'flask',
      confidence: 'medium',
    },
    {
      when: 'without HEAD they are not Flask’s',
      entries: preflight({ 'Access-Control-Allow-Methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT' }),
      showsNot: 'flask',
    },
    {
      when: 'the cookie of Django',
      entries: answer({ 'Set-Cookie': 'csrftoken=abc; Path=/' }),
      shows: 'django',
      confidence: 'high',
    },
    { when: 'another one’s', entries: answer({ 'Set-Cookie': 'csrf=abc' }), showsNot: 'django' },
    {
      when: 'Rails',
      entries: answer({ 'X-Runtime': '0.012345', 'X-Request-Id': 'a-b' }),
      shows: 'rails',
      confidence: 'high',
    },
    { when: 'a request id alone', entries: answer({ 'X-Request-Id': 'a-b' }), showsNot: 'rails' },
    { when: 'rs/cors of today', entries: preflight(vary), shows: 'go-rs-cors', confidence: 'medium' },
    { when: 'another status', entries: preflight(vary, { status: 200 }), showsNot: 'go-rs-cors' },
    {
      when: 'a 404 in nineteen bytes',
      entries: answer(
        {
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Length': '19',
          'X-Content-Type-Options': 'nosniff',
        },
        { status: 404 },
      ),
      shows: 'go',
      confidence: 'medium',
    },
    {
      when: 'whose type may be guessed',
      entries: answer(
        { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': '19' },
        { status: 404 },
      ),
      showsNot: 'go',
    },
    {
      when: 'Spring’s refusal',
      entries: answer({ Vary: three, 'Content-Length': '20' }, { status: 403 }),
      shows: 'spring-boot',
      confidence: 'high',
    },
    { when: 'Spring Security', entries: answer(secured), shows: 'spring-boot', confidence: 'medium' },
    {
      when: 'an error of Boot',
      entries: page(
        404,
        '{"timestamp":"2026-01-01T00:00:00.000+00:00","status":404,"error":"Not Found","path":"/x"}',
      ),
      shows: 'spring-boot',
      confidence: 'high',
    },
    {
      when: 'a cache that is forbidden otherwise',
      entries: answer({ ...secured, 'Cache-Control': 'no-store' }),
      showsNot: 'spring-boot',
    },
    {
      when: 'Tomcat',
      entries: page(404, '<!doctype html><html><head><title>HTTP Status 404 – Not Found</title>'),
      shows: 'spring-mvc',
      confidence: 'low',
    },
    { when: 'another title', entries: page(404, '<title>404 Not Found</title>'), showsNot: 'spring-mvc' },
    {
      when: 'Laravel’s session',
      entries: answer({ ...php, 'Set-Cookie': 'laravel_session=secret' }),
      shows: 'laravel',
      confidence: 'high',
    },
    {
      when: 'then PHP goes without saying',
      entries: answer({ ...php, 'Set-Cookie': 'laravel_session=secret' }),
      showsNot: 'php',
    },
    {
      when: 'PHP with a session of its own',
      entries: answer({ ...php, 'Set-Cookie': 'PHPSESSID=secret' }),
      showsNot: 'laravel',
    },
    { when: 'PHP', entries: answer(php), shows: 'php', confidence: 'high' },
    { when: 'Phusion is not PHP', entries: answer({ 'X-Powered-By': 'Phusion Passenger' }), showsNot: 'php' },
    { when: 'Kestrel', entries: answer({ Server: 'Kestrel' }), shows: 'aspnet-core', confidence: 'high' },
    {
      when: 'IIS may run it',
      entries: answer({ Server: 'Microsoft-IIS/10.0', 'X-Powered-By': 'ASP.NET' }),
      shows: 'aspnet-core',
      confidence: 'medium',
    },
    {
      when: 'the older ASP.NET',
      entries: answer({ 'X-Powered-By': 'ASP.NET', 'X-AspNet-Version': '4.0.30319' }),
      showsNot: 'aspnet-core',
    },
  ])
})

describe('services of a cloud', () => {
  testGuesses([
    { when: 'a Worker', ...at('https://api.acme.workers.dev/items'), shows: 'cloudflare-workers' },
    {
      when: 'a host that only sounds so',
      ...at('https://workers.dev.example/items'),
      showsNot: 'cloudflare-workers',
    },
    {
      when: 'a Worker that threw',
      entries: page(500, 'error code: 1101', { 'CF-RAY': '1' }),
      shows: 'cloudflare-workers',
      confidence: 'high',
    },
    { when: 'a function URL', ...at('https://abc.lambda-url.eu-west-1.on.aws/'), shows: 'lambda-url' },
    {
      when: 'another service there',
      ...at('https://abc.something.eu-west-1.on.aws/'),
      showsNot: 'lambda-url',
    },
    { when: 'S3', entries: answer({ Server: 'AmazonS3' }), shows: 'aws-s3' },
    { when: 'a bucket', ...at('https://acme.s3.eu-west-1.amazonaws.com/a.json'), shows: 'aws-s3' },
    {
      when: 'an API that lies beside it',
      ...at('https://abc.execute-api.eu-west-1.amazonaws.com/items'),
      showsNot: 'aws-s3',
    },
    {
      when: 'Cloud Storage',
      ...at('https://storage.googleapis.com/acme/a.json'),
      shows: 'google-cloud-storage',
    },
    {
      when: 'another API of Google',
      ...at('https://maps.googleapis.com/x'),
      showsNot: 'google-cloud-storage',
    },
    { when: 'Firebase Hosting', ...at('https://acme.web.app/a.json'), shows: 'firebase-hosting' },
    { when: 'an app on the web', ...at('https://acme.web.example/a.json'), showsNot: 'firebase-hosting' },
    {
      when: 'a Cloud Function',
      ...at('https://us-central1-acme.cloudfunctions.net/api'),
      shows: 'firebase-functions',
    },
    { when: 'any run', ...at('https://api-abc-uc.a.run.app/api'), showsNot: 'firebase-functions' },
    {
      when: 'an App Service, under /api/',
      ...at('https://acme.azurewebsites.net/api/items'),
      shows: 'azure-functions',
      confidence: 'low',
    },
    {
      when: 'under another path',
      ...at('https://acme.azurewebsites.net/items'),
      showsNot: 'azure-functions',
    },
  ])
})

describe('Helmet', () =>
  testGuesses([
    {
      when: 'hides Express, not what it adds itself',
      entries: answer({
        'Origin-Agent-Cluster': '?1',
        'X-DNS-Prefetch-Control': 'off',
        'X-Permitted-Cross-Domain-Policies': 'none',
        'Cross-Origin-Resource-Policy': 'same-origin',
      }),
      shows: 'express',
      confidence: 'medium',
    },
    {
      when: 'one of its headers is many a proxy’s',
      entries: answer({ 'X-DNS-Prefetch-Control': 'off' }),
      showsNot: 'express',
    },
  ]))
