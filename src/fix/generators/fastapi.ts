import { code, text } from '../../text/text.ts'
import { defineGenerator } from './generator.ts'
import { MAX_AGE_OF_BROWSERS } from './max-age-of-browsers.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { python } from './quote/python.ts'

const list = (values: readonly string[]): string => array(python, values, { indent: '    ', step: '    ' })

/** Starlette's middleware leaves Vary out where it adds no other header: a cache then gives that answer to all. */
const VARY = `class VaryOrigin:
    """CORSMiddleware sends Vary only to allowed origins; caches need it on every response."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def send_with_vary(message):
            if message["type"] == "http.response.start":
                message.setdefault("headers", [])
                headers = MutableHeaders(scope=message)
                names = ",".join(headers.getlist("vary")).lower().split(",")
                if "origin" not in [name.strip() for name in names]:
                    headers.append("Vary", "Origin")
            await send(message)

        await self.app(scope, receive, send_with_vary)

`

/**
 * FastAPI. The middleware is put around the finished app, not into it: `add_middleware` stays inside the layer that
 * makes a 500 of an unhandled exception, so that those would come without headers.
 */
export default defineGenerator({
  id: 'fastapi',
  title: 'FastAPI',
  language: 'python',
  docs: 'https://fastapi.tiangolo.com/tutorial/cors/',
  syntax: python,
  kind: 'app',
  proof: runOn('FastAPI 0.92.0, Starlette 0.26.1'),
  write({ origins, methods, headers, exposed, credentials, maxAge }) {
    const named = origins !== '*'
    return {
      code: [
        'from fastapi.middleware.cors import CORSMiddleware',
        ...(named ? ['from starlette.datastructures import MutableHeaders', '', '', VARY] : ['']),
        '# The last statement of the module: around everything, so that 500s have the headers too.',
        'app = CORSMiddleware(',
        '    app,',
        `    allow_origins=${origins === '*' ? '["*"]' : list(origins)},`,
        `    allow_methods=${list(methods)},`,
        `    allow_headers=${list(headers)},`,
        ...(exposed.length === 0 ? [] : [`    expose_headers=${list(exposed)},`]),
        ...(credentials ? ['    allow_credentials=True,'] : []),
        `    max_age=${maxAge ?? MAX_AGE_OF_BROWSERS},`,
        ')',
        ...(named ? ['app = VaryOrigin(app)'] : []),
        '',
      ].join('\n'),
      where: text`At the end of the module that uvicorn loads (${code('main:app')}), after all routes, routers and middleware.`,
      removeFirst: [
        text`${code('app.add_middleware(CORSMiddleware, ...)')} and routes for ${code('OPTIONS')}.`,
        text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
      ],
      notes: [
        text`From there on ${code('app')} is no longer the FastAPI object: tests that use ${code('dependency_overrides')} need another name for that one.`,
        text`Starlette allows ${code('Content-Type')} in addition to the list, and answers a preflight for a method that is not listed with 400, for ${code('POST')} and ${code('GET')} too.`,
        ...(named
          ? [
              text`To other origins it sends no ${code('Access-Control-Allow-Origin')}, but the remaining headers; browsers ignore them.`,
            ]
          : []),
      ],
    }
  },
})
