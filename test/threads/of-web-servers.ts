import { chromeEntry } from '../make-har.ts'
import { get, stopped, type Thread } from './thread.ts'

const PAGE = 'https://app.example'
const ECHO = { 'Access-Control-Allow-Origin': PAGE }
const nginx = { Server: 'nginx/1.25.3' }
const express = { 'X-Powered-By': 'Express' }
const shared = (response: object, url: string) =>
  chromeEntry({ url, response: { ...ECHO, ...response } as Record<string, string> })

/** Web servers, and what preflights lack. */
export const ofWebServers: readonly Thread[] = [
  {
    about: 'nginx: body larger than client_max_body_size',
    entries: [
      get(413, { ...nginx, 'Content-Type': 'text/html', 'Content-Length': '585' }, { method: 'POST' }),
    ],
    confirmed: ['proxy-error', 'error-response'],
  },
  {
    about: 'nginx: upstream down',
    entries: [get(502, { ...nginx, 'Content-Type': 'text/html', 'Content-Length': '559' })],
    confirmed: ['proxy-error', 'error-response'],
  },
  {
    about: 'nginx: upstream too slow',
    entries: [get(504, { ...nginx, 'Content-Type': 'text/html', 'Content-Length': '569' })],
    confirmed: ['proxy-error', 'error-response'],
  },
  {
    about: 'nginx: limit_req',
    entries: [get(503, { ...nginx, 'Content-Type': 'text/html', 'Content-Length': '599' })],
    confirmed: ['proxy-error', 'error-response', 'rate-limit'],
  },
  {
    about: 'nginx: OPTIONS to a static location',
    entries: stopped(405, { ...nginx, 'Content-Type': 'text/html', 'Content-Length': '559' }),
    confirmed: ['options-not-routed', 'preflight-error'],
  },
  {
    about: 'IIS: WebDAV takes PUT',
    entries: stopped(
      405,
      { Server: 'Microsoft-IIS/10.0', 'Content-Type': 'text/html', Allow: 'GET, HEAD, OPTIONS, TRACE' },
      { method: 'PUT' },
    ),
    confirmed: ['iis-webdav'],
  },
  {
    about: 'IIS: Windows authentication',
    entries: stopped(401, { Server: 'Microsoft-IIS/10.0', 'WWW-Authenticate': ['Negotiate', 'NTLM'] }),
    confirmed: ['windows-auth-on-preflight'],
  },
  {
    about: 'the API requires a token for OPTIONS too',
    entries: stopped(401, { 'WWW-Authenticate': 'Bearer realm="api"' }, { asks: 'authorization' }),
    confirmed: ['auth-before-cors'],
  },
  {
    about: 'a header that the list lacks',
    entries: stopped(
      204,
      { ...ECHO, 'Access-Control-Allow-Headers': 'content-type', 'Access-Control-Allow-Methods': 'POST' },
      { asks: 'content-type,x-api-key' },
    ),
    confirmed: ['header-not-allowed'],
  },
  {
    about: 'PATCH isn’t on the list',
    entries: stopped(
      204,
      {
        ...ECHO,
        'Access-Control-Allow-Headers': 'content-type',
        'Access-Control-Allow-Methods': 'GET, POST',
      },
      { method: 'PATCH' },
    ),
    confirmed: ['method-not-allowed', 'methods-left-at-default'],
  },
  {
    about: 'a tracing library adds its header',
    entries: stopped(
      204,
      { ...ECHO, 'Access-Control-Allow-Headers': 'content-type', 'Access-Control-Allow-Methods': 'POST' },
      { asks: 'content-type,sentry-trace,baggage' },
    ),
    confirmed: ['tracing-header'],
  },
  {
    about: 'a wrong path',
    entries: [get(404, { 'Content-Type': 'application/json' })],
    confirmed: ['error-response'],
  },
  {
    about: 'not logged in',
    entries: [get(401, { 'Content-Type': 'application/json', 'WWW-Authenticate': 'Bearer' })],
    confirmed: ['error-response', 'auth-before-cors'],
  },
  {
    about: 'CSRF token of Laravel expired',
    entries: [get(419, {}, { method: 'POST' })],
    confirmed: ['error-response'],
  },
  { about: 'cookies too large', entries: [get(431, {})], confirmed: ['error-response'] },
  {
    about: 'an exception in one route, others work',
    entries: [shared(express, 'https://api.test/ok'), get(500, express)],
    confirmed: ['error-response-without-headers'],
  },
  {
    about: 'another origin is on the list',
    entries: [get(200, { ...express, 'Access-Control-Allow-Origin': 'https://other.example' })],
    confirmed: ['allow-origin-mismatch', 'fixed-origin-string'],
  },
]
