import { chromeEntry } from '../make-har.ts'
import { get, saying, stopped, type Thread } from './thread.ts'

const PAGE = 'https://app.example'
const ECHO = { 'Access-Control-Allow-Origin': PAGE }
const at = (url: string) => ({ url })

/** Clouds, gateways, networks of delivery, products and the page itself. */
export const ofPlatforms: readonly Thread[] = [
  {
    about: 'Cloud Function that isn’t public',
    entries: stopped(
      403,
      { server: 'Google Frontend', 'content-type': 'text/html; charset=UTF-8' },
      at('https://us-central1-p.cloudfunctions.net/f'),
    ),
    confirmed: ['google-invoker-missing'],
  },
  {
    about: 'Cloud Run that isn’t public',
    entries: stopped(
      403,
      { server: 'Google Frontend', 'content-type': 'text/html; charset=UTF-8' },
      at('https://a-b-ew.a.run.app/f'),
    ),
    confirmed: ['google-invoker-missing'],
  },
  {
    about: 'API Gateway: the function fails',
    entries: [
      get(
        502,
        { 'x-amzn-errortype': 'InternalServerErrorException', 'x-amz-apigw-id': 'a=' },
        at('https://a.execute-api.eu-west-1.amazonaws.com/prod/x'),
      ),
    ],
    confirmed: ['api-gateway-error', 'proxy-error', 'error-response'],
  },
  {
    about: 'API Gateway: missing key',
    entries: [
      get(
        403,
        { 'x-amzn-errortype': 'ForbiddenException', 'x-amz-apigw-id': 'a=' },
        at('https://a.execute-api.eu-west-1.amazonaws.com/prod/x'),
      ),
    ],
    confirmed: ['api-gateway-error', 'error-response', 'waf-challenge'],
  },
  {
    about: 'Lambda proxy: 400 of the function without headers',
    entries: [
      chromeEntry({ url: 'https://a.execute-api.eu-west-1.amazonaws.com/prod/ok', response: ECHO }),
      get(
        400,
        { 'x-amz-apigw-id': 'a=', 'x-amzn-trace-id': 'Root=1-a;Parent=b;Sampled=0;lineage=1:c:0' },
        at('https://a.execute-api.eu-west-1.amazonaws.com/prod/x'),
      ),
    ],
    confirmed: ['error-response-without-headers'],
    never: ['api-gateway-error'],
  },
  {
    about: 'S3: rules without PUT',
    entries: stopped(
      403,
      { Server: 'AmazonS3' },
      { method: 'PUT', url: 'https://b.s3.eu-west-1.amazonaws.com/k' },
    ),
    confirmed: ['s3-rule'],
  },
  {
    about: 'S3: presigned for another region',
    entries: stopped(
      307,
      { Server: 'AmazonS3', Location: 'https://b.s3.us-east-2.amazonaws.com/k' },
      { method: 'PUT', url: 'https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256' },
    ),
    confirmed: ['s3-region-redirect'],
  },
  {
    about: 'R2: no CORS policy',
    entries: stopped(
      403,
      { Server: 'cloudflare' },
      { method: 'PUT', url: 'https://a.r2.cloudflarestorage.com/b/k' },
    ),
    confirmed: ['r2-policy'],
  },
  {
    about: 'Azure Storage: no rule',
    entries: stopped(
      403,
      { 'x-ms-error-code': 'CorsPreflightFailure' },
      { method: 'PUT', url: 'https://a.blob.core.windows.net/c/k' },
    ),
    confirmed: ['azure-storage-rule'],
  },
  {
    about: 'API Management: no policy',
    entries: stopped(200, { 'content-length': '0' }, at('https://a.azure-api.net/x')),
    confirmed: ['apim-origin-not-listed'],
  },
  {
    about: 'CloudFront allows GET and HEAD',
    entries: stopped(403, { Server: 'CloudFront', 'X-Amz-Cf-Id': 'a' }),
    confirmed: ['cloudfront-methods'],
  },
  {
    about: 'Cloudflare can’t reach the origin server',
    entries: [get(522, { Server: 'cloudflare', 'CF-RAY': 'a' })],
    confirmed: ['error-response', 'proxy-error'],
  },
  {
    about: 'Cloudflare: the origin server refuses',
    entries: [get(521, { Server: 'cloudflare', 'CF-RAY': 'a' })],
    confirmed: ['error-response', 'proxy-error'],
  },
  {
    about: 'Cloudflare: certificate of the origin server',
    entries: [get(526, { Server: 'cloudflare', 'CF-RAY': 'a' })],
    confirmed: ['error-response', 'proxy-error'],
  },
  {
    about: 'Cloudflare challenges a bot',
    entries: [get(403, { Server: 'cloudflare', 'CF-Mitigated': 'challenge' })],
    confirmed: ['waf-challenge'],
  },
  {
    about: 'a Worker throws',
    entries: [saying(get(500, { Server: 'cloudflare' }), 'error code: 1101')],
    confirmed: ['cloudflare-worker-exception'],
  },
  {
    about: 'Istio: no policy for OPTIONS',
    entries: stopped(403, { server: 'istio-envoy', 'content-type': 'text/plain', 'content-length': '19' }),
    confirmed: ['istio-rbac-denied'],
  },
  {
    about: 'Envoy: JWT before CORS',
    entries: stopped(
      401,
      { server: 'envoy', 'content-type': 'text/plain', 'content-length': '14' },
      { asks: 'authorization' },
    ),
    confirmed: ['envoy-jwt-refused'],
  },
  {
    about: 'Traefik’s middleware doesn’t list the origin',
    entries: stopped(200, {
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'content-type',
      'content-length': '0',
    }),
    confirmed: ['allow-list-miss'],
  },
  {
    about: 'macOS AirPlay on port 5000',
    entries: stopped(
      403,
      { Server: 'AirTunes/595.13.1', 'Content-Length': '0' },
      at('http://localhost:5000/x'),
    ),
    confirmed: ['airplay-receiver'],
  },
  {
    about: 'Heroku: the app crashed',
    entries: [get(503, { Server: 'Heroku', 'Content-Type': 'text/html; charset=utf-8' })],
    confirmed: ['heroku-app-error'],
  },
  {
    about: 'Render: the service is down',
    entries: [get(502, { 'x-render-routing': 'dynamic-paid-error' }, at('https://a.onrender.com/x'))],
    confirmed: ['platform-cannot-reach-app'],
  },
  {
    about: 'Fly: wrong port',
    entries: [get(502, { Server: 'Fly/1a2b', 'fly-request-id': 'a' })],
    confirmed: ['platform-cannot-reach-app'],
  },
]
