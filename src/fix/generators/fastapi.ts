import { code, text } from '../../text/text.ts'
import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import { REFUSED } from './curl-checks.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { MAX_AGE_OF_BROWSERS } from './max-age-of-browsers.ts'
import { runOn } from './proof.ts'
import { array } from './quote/array.ts'
import { python } from './quote/python.ts'

const list = (values: readonly string[]): string => array(python, values, { indent: '    ', step: '    ' })

/**
 * FastAPI. Starlette responds to an unhandled exception outside all middleware. What its handler returns is called like
 * an app, so the middleware can wrap that response too. The app and its outermost layer stay unchanged, because `fastapi
 * run` and OpenTelemetry's instrumentation look for them.
 */
export default defineGenerator({
  id: 'fastapi',
  title: 'FastAPI',
  language: 'python',
  docs: 'https://fastapi.tiangolo.com/tutorial/cors/',
  syntax: python,
  kind: 'app',
  find: "grep -rniE --include='*.py' 'cors|access-control-|exception_handler' .",
  proof: runOn('FastAPI 0.92.0, Starlette 0.26.1'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write(policy, { env }) {
    const { origins, methods, headers, exposed, credentials, maxAge } = policy
    const named = origins !== '*'
    const { exact, patterns } = splitOrigins(origins)
    return {
      code: [
        ...(env === null ? [] : ['import os', '']),
        'from fastapi.middleware.cors import CORSMiddleware',
        'from fastapi.responses import PlainTextResponse',
        '',
        'CORS = {',
        `    "allow_origins": ${named ? originList(exact, env) : '["*"]'},`,
        ...(patterns.length === 0 ? [] : [`    "allow_origin_regex": r"${patternsSource(patterns)}",`]),
        `    "allow_methods": ${list(methods)},`,
        `    "allow_headers": ${list(headers)},`,
        ...(exposed.length === 0 ? [] : [`    "expose_headers": ${list(exposed)},`]),
        ...(credentials ? ['    "allow_credentials": True,'] : []),
        `    "max_age": ${maxAge ?? MAX_AGE_OF_BROWSERS},`,
        '}',
        'app.add_middleware(CORSMiddleware, **CORS)',
        '',
        '',
        '# Without this, the 500 of an unhandled exception has no CORS headers.',
        '@app.exception_handler(Exception)',
        'async def server_error(request, exc):',
        '    return CORSMiddleware(PlainTextResponse("Internal Server Error", status_code=500), **CORS)',
        '',
      ].join('\n'),
      where: text`After the last ${code('app.add_middleware')}, ${code('@app.middleware')} and ${code('app.include_router')}: what is added last is outermost. ${code('app')} stays a ${code('FastAPI')}.`,
      removeFirst: [
        text`${code('app.add_middleware(CORSMiddleware, ...)')} and routes for ${code('OPTIONS')}.`,
        text`${code('Access-Control-*')} headers of a proxy in front.`,
      ],
      notes: [
        text`If the app has an ${code('exception_handler(Exception)')}, return its response inside ${code('CORSMiddleware(…, **CORS)')} instead.`,
        text`${code('add_middleware')} alone is enough if pages needn't read such a 500.`,
        ...(named
          ? [
              text`Other origins get no ${code('Vary')}: behind a shared cache, make ${code('Origin')} part of its key.`,
            ]
          : []),
      ],
      toForeign: REFUSED,
    }
  },
})

/** Returns the list of exact origins; from a variable without `*`, which Starlette would accept for every website. */
const originList = (origins: readonly string[], env: string | null): string =>
  env === null
    ? list(origins)
    : `[o.strip() for o in os.environ.get("${env}", "").split(",") if "*" not in o]`
