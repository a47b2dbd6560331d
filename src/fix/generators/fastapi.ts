import { code, text } from '../../text/text.ts'
import { defineGenerator } from './generator.ts'
import { MAX_AGE_OF_BROWSERS } from './max-age-of-browsers.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { python } from './quote/python.ts'

const list = (values: readonly string[]): string =>
  array(python, values, { indent: '            ', step: '    ' })

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

        await self.app(scope, receive, send_with_vary)`

/**
 * FastAPI. `add_middleware` would put the middleware inside the layer that makes a 500 of an unhandled exception, so
 * that those came without headers. Around the finished app it is outside, but that is no FastAPI any more, which
 * `fastapi run`, `dependency_overrides` and OpenTelemetry's instrumentation look for; a class of FastAPI is both.
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
        'from fastapi import FastAPI',
        'from fastapi.middleware.cors import CORSMiddleware',
        ...(named ? ['from starlette.datastructures import MutableHeaders'] : []),
        '',
        '',
        ...(named ? [VARY, '', ''] : []),
        'class CorsFastAPI(FastAPI):',
        '    """Has CORSMiddleware around everything; add_middleware would leave 500s without its headers."""',
        '',
        '    def build_middleware_stack(self):',
        `        ${named ? 'cors =' : 'return'} CORSMiddleware(`,
        '            super().build_middleware_stack(),',
        `            allow_origins=${origins === '*' ? '["*"]' : list(origins)},`,
        `            allow_methods=${list(methods)},`,
        `            allow_headers=${list(headers)},`,
        ...(exposed.length === 0 ? [] : [`            expose_headers=${list(exposed)},`]),
        ...(credentials ? ['            allow_credentials=True,'] : []),
        `            max_age=${maxAge ?? MAX_AGE_OF_BROWSERS},`,
        '        )',
        ...(named ? ['        return VaryOrigin(cors)'] : []),
        '',
      ].join('\n'),
      where: text`Above ${code('app = FastAPI(...)')}, which becomes ${code('app = CorsFastAPI(...)')}; everything else stays as it is.`,
      removeFirst: [
        text`${code('app.add_middleware(CORSMiddleware, ...)')} and routes for ${code('OPTIONS')}.`,
        text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
      ],
      notes: [
        text`Starlette allows ${code('Content-Type')} in addition to the list, and answers a preflight for a method that is not listed with 400, for ${code('POST')} and ${code('GET')} too.`,
        ...(maxAge === null
          ? [text`5 seconds is what browsers assume without an age; Starlette would send ten minutes.`]
          : []),
        ...(named
          ? [
              text`To other origins it sends no ${code('Access-Control-Allow-Origin')}, but the remaining headers; browsers ignore them.`,
            ]
          : [
              text`A request with a cookie is answered with its own origin instead of ${code('*')}. Without ${code('Access-Control-Allow-Credentials')} that allows no more.`,
            ]),
      ],
    }
  },
})
