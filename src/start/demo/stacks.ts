import type { DemoResponse, NameValue } from './way.ts'

/** Returns a response in the style of one kind of server; an object becomes JSON. */
type Stack = (status: number, headers: readonly NameValue[], body?: unknown) => DemoResponse

/** The headers of each stack are those of the real server, in its order and capitalization. */
export const express: Stack = (status, headers, body) => ({
  status,
  headers: [['X-Powered-By', 'Express'], ...headers, ...content(body, 'application/json; charset=utf-8')],
  body: text(body),
})

export const nginx: Stack = (status, headers, body) => ({
  status,
  headers: [
    ['Server', 'nginx/1.24.0'],
    ...content(body, typeof body === 'string' ? 'text/html' : 'application/json'),
    ...headers,
  ],
  body: text(body),
})

/** Spring Boot with Spring Security, whose headers are on every response. */
export const spring: Stack = (status, headers, body) => ({
  status,
  headers: [
    ['Vary', 'Origin'],
    ['Vary', 'Access-Control-Request-Method'],
    ['Vary', 'Access-Control-Request-Headers'],
    ...headers,
    ['X-Content-Type-Options', 'nosniff'],
    ['X-XSS-Protection', '0'],
    ['Cache-Control', 'no-cache, no-store, max-age=0, must-revalidate'],
    ['Pragma', 'no-cache'],
    ['Expires', '0'],
    ['X-Frame-Options', 'DENY'],
    ...(typeof body === 'string' ? [] : content(body, 'application/json')),
  ],
  body: text(body),
})

export const gunicorn: Stack = (status, headers, body) => ({
  status,
  headers: [
    ['Server', 'gunicorn'],
    ...content(body, typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json'),
    ...headers,
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
  ],
  body: text(body),
})

export const uvicorn: Stack = (status, headers, body) => ({
  status,
  headers: [
    ['server', 'uvicorn'],
    ...headers,
    ...content(body, typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json', true),
  ],
  body: text(body),
})

/** Fastify doesn't send `Server`, and its header names are in lowercase. */
export const fastify: Stack = (status, headers, body) => ({
  status,
  headers: [...headers, ...content(body, 'application/json; charset=utf-8', true)],
  body: text(body),
})

const text = (body: unknown): string =>
  body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)

function content(body: unknown, type: string, lowerCase = false): readonly NameValue[] {
  if (body === undefined) return []
  return [[lowerCase ? 'content-type' : 'Content-Type', type]]
}
