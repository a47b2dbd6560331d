import { chromeEntry } from '../make-har.ts'
import { get, saying, stopped, type Thread } from './thread.ts'

const PAGE = 'https://app.example'
const ECHO = { 'Access-Control-Allow-Origin': PAGE }
const nginx = { Server: 'nginx/1.25.3' }
const express = { 'X-Powered-By': 'Express' }
const TRIPLE = { Vary: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'] }
const uvicorn = { server: 'uvicorn', 'content-type': 'text/plain; charset=utf-8', 'content-length': '21' }
const shared = (response: object, url: string) =>
  chromeEntry({ url, response: { ...ECHO, ...response } as Record<string, string> })

/** Applications, frameworks and web servers. */
export const ofServers: readonly Thread[] = [
  {
    about: 'FastAPI: an exception, and only this endpoint "has CORS"',
    entries: [get(500, uvicorn)],
    confirmed: ['error-response'],
  },
  {
    about: 'FastAPI behind nginx: the same',
    entries: [
      shared(nginx, 'https://api.test/ok'),
      get(500, { ...nginx, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': '21' }),
    ],
    confirmed: ['error-response-without-headers', 'error-response'],
    never: ['nginx-without-always'],
  },
  {
    about: 'FastAPI: origin with a slash at the end in the list',
    entries: stopped(400, {
      server: 'uvicorn',
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '22',
      vary: 'Origin',
      'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
      'access-control-max-age': '600',
    }),
    confirmed: ['starlette-refuses-preflight'],
  },
  {
    about: 'Express: callback(new Error) for every path',
    entries: [
      get(500, { ...express, 'Content-Length': '31' }, { url: 'https://api.test/me' }),
      get(500, { ...express, 'Content-Length': '31' }),
    ],
    confirmed: ['cors-callback-error'],
  },
  {
    about: 'Express: the error page names CORS',
    entries: [saying(get(500, express), '<pre>Error: Not allowed by CORS<br> at origin')],
    confirmed: ['cors-callback-error'],
  },
  {
    about: 'Express: cors() after the routes',
    entries: stopped(404, { ...express, 'Content-Type': 'text/html; charset=utf-8' }),
    confirmed: ['options-not-routed', 'preflight-error'],
  },
  {
    about: 'Express: JSON of the list in the variable',
    entries: [get(200, { ...express, 'Access-Control-Allow-Origin': '["https://app.example"]' })],
    confirmed: ['allow-origin-as-written'],
  },
  {
    about: 'quotes from a .env file in the value',
    entries: [get(200, { ...express, 'Access-Control-Allow-Origin': '"https://app.example"' })],
    confirmed: ['allow-origin-as-written'],
  },
  {
    about: 'a pattern as a string',
    entries: [get(200, { 'Access-Control-Allow-Origin': 'https://*.example' })],
    confirmed: ['allow-origin-as-written'],
  },
  {
    about: 'a comma left over behind the wildcard',
    entries: [get(200, { 'Access-Control-Allow-Origin': '*,' })],
    confirmed: ['allow-origin-as-written'],
  },
  {
    about: 'the header misspelled',
    entries: [get(200, { 'Access-Control-Allow-Origins': PAGE })],
    confirmed: ['header-misspelled'],
  },
  {
    about: 'the header set by the application and by nginx',
    entries: [get(200, { ...nginx, 'Access-Control-Allow-Origin': [PAGE, PAGE] })],
    confirmed: ['set-twice'],
  },
  {
    about: 'a wildcard added beside the origin',
    entries: [get(200, { 'Access-Control-Allow-Origin': [PAGE, '*'] })],
    confirmed: ['set-twice'],
  },
  {
    about: 'Spring: allowedOrigins * with credentials',
    entries: stopped(500, { ...TRIPLE, 'Content-Type': 'application/json' }),
    confirmed: ['spring-star-with-credentials'],
  },
  {
    about: 'Spring: origin not on the list',
    entries: stopped(403, { ...TRIPLE, 'Content-Length': '20' }),
    confirmed: ['spring-rejects-origin'],
  },
  {
    about: 'Spring Security answers the preflight',
    entries: stopped(
      401,
      { 'WWW-Authenticate': 'Bearer', 'X-Content-Type-Options': 'nosniff' },
      { asks: 'authorization' },
    ),
    confirmed: ['auth-before-cors'],
  },
  {
    about: 'actix-web: wrong origin',
    entries: stopped(400, { ...TRIPLE, 'content-type': 'text/plain; charset=utf-8', 'content-length': '42' }),
    confirmed: ['actix-cors-refused'],
  },
  {
    about: 'Quarkus: CORS not enabled for the origin',
    entries: stopped(403, { 'content-length': '0' }),
    confirmed: ['quarkus-cors-rejected', 'preflight-error', 'options-not-routed'],
  },
  {
    about: 'Devise redirects to the sign-in',
    entries: [
      get(302, { Location: 'https://api.test/users/sign_in', 'X-Runtime': '0.1', 'X-Request-Id': 'a' }),
    ],
    confirmed: ['login-redirect'],
  },
  {
    about: 'Django login_required on an API',
    entries: [get(302, { Location: '/accounts/login/?next=/items' })],
    confirmed: ['login-redirect'],
  },
  {
    about: 'WordPress plugin redirects to wp-login',
    entries: [get(302, { Location: 'https://api.test/wp-login.php?redirect_to=%2F' })],
    confirmed: ['login-redirect'],
  },
  {
    about: 'a slash missing at the end (Django, FastAPI)',
    entries: stopped(307, { Location: 'https://api.test/items/' }),
    confirmed: ['trailing-slash-redirect'],
  },
  {
    about: 'two slashes in the base URL',
    entries: stopped(308, { Location: '/login' }, { url: 'https://api.test//login' }),
    confirmed: ['double-slash-redirect'],
  },
  {
    about: 'http in the configuration, the server redirects to https',
    entries: [
      get(
        301,
        { Location: 'https://api.test/items' },
        { url: 'http://api.test/items', page: 'http://app.example' },
      ),
    ],
    confirmed: ['https-redirect'],
  },
  {
    about: 'without www',
    entries: [get(301, { Location: 'https://www.api.test/items' })],
    confirmed: ['www-redirect'],
  },
]
