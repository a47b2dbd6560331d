import { code, text } from '../../text/text.ts'
import { corsOptions } from './cors-options.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins } from './header-lines.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/**
 * Koa. Its middleware takes no list of origins (it would send all of them), allows whatever is asked for where a list
 * is empty, and leaves a number 0 out.
 */
export default defineGenerator({
  id: 'koa',
  title: 'Koa',
  language: 'javascript',
  docs: 'https://github.com/koajs/cors#readme',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Koa 3.3.0, @koa/cors 5.0.0'),
  write: (policy) => ({
    code: [
      "import cors from '@koa/cors' // CommonJS: const cors = require('@koa/cors')",
      '',
      ...allowedOrigins(policy),
      '// Before authentication, body parsers and routers.',
      ...(policy.origins === '*' ? [] : VARY),
      'app.use(',
      '  cors({',
      ...(policy.origins === '*' ? ["    origin: '*',"] : COMPARE),
      ...corsOptions('koa', policy, '    '),
      '  }),',
      ')',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const app = new Koa()')}, before every other ${code('app.use')}; the package comes with ${code('npm install @koa/cors')}.`,
    removeFirst: [
      text`Other calls of ${code('cors()')}, on routers too, and lines that set ${code('Access-Control-*')} headers themselves.`,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`Leave ${code('keepHeadersOnError')} as it is: without it a 404 or 500 that is thrown loses the headers.`,
      text`No middleware sees the error of a stream that is the body already, such as ${code('createReadStream')} of a missing file: the page then gets nothing that it could read.`,
    ],
  }),
})

const COMPARE = [
  '    origin(ctx) {',
  "      const origin = ctx.get('Origin')",
  "      return allowedOrigins.has(origin) ? origin : ''",
  '    },',
]

const VARY = [
  'app.use(async (ctx, next) => {',
  '  try {',
  '    await next()',
  '  } catch (error) {',
  '    // Koa drops the headers when something throws; the package saves them for allowed origins alone.',
  "    error.headers = { Vary: 'Origin', ...error.headers }",
  '    throw error',
  '  }',
  '})',
]
