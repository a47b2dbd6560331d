import apache from './apache.ts'
import caddy from './caddy.ts'
import go from './go.ts'
import haproxy from './haproxy.ts'
import { javascriptApp } from './javascript-app.ts'
import nginx from './nginx.ts'
import php from './php.ts'
import type { Placement } from './placement.ts'
import { django, fastapi, flask } from './python.ts'

/** Where programs put the code of generators. The other generators say it only in words. */
export const placements: readonly Placement[] = [
  javascriptApp({ ids: ['express', 'express-plain'], name: 'app', creator: String.raw`express\(\)` }),
  javascriptApp({ ids: ['koa'], name: 'app', creator: String.raw`new\s+Koa\(` }),
  javascriptApp({ ids: ['hono'], name: 'app', creator: String.raw`new\s+(Hono|OpenAPIHono)\b` }),
  javascriptApp({
    ids: ['fastify'],
    name: 'fastify',
    creator: String.raw`(?:require\(['"]fastify['"]\)|[Ff]astify)\(`,
    removals: [
      {
        find: String.raw`\.register\(\s*(require\(['"]@fastify/cors['"]\)|import\(['"]@fastify/cors['"]\)|\w*[cC]ors)\b`,
        takes: 'statement',
      },
    ],
  }),
  apache,
  caddy,
  django,
  fastapi,
  flask,
  go,
  haproxy,
  nginx,
  php,
]
