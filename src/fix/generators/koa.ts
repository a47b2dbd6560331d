import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { corsOptions } from './cors-options.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, isAllowed } from './header-lines.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/**
 * Koa. Its middleware doesn't support a list of origins (it would send all of them), allows whatever is requested if a
 * list is empty, and omits the number 0.
 */
export default defineGenerator({
  id: 'koa',
  title: 'Koa',
  language: 'javascript',
  docs: 'https://github.com/koajs/cors#readme',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Koa 3.3.0, @koa/cors 5.0.0'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      "import cors from '@koa/cors' // once per file; CommonJS: const cors = require('@koa/cors')",
      '',
      ...allowedOrigins(policy, surroundings),
      '// Before authentication, body parsers and routers.',
      ...(policy.origins === '*' ? [] : VARY),
      'app.use(',
      '  cors({',
      ...(policy.origins === '*' ? ["    origin: '*',"] : compare(policy)),
      ...corsOptions('koa', policy, '    '),
      '  }),',
      ')',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const app = new Koa()')}, before every other ${code('app.use')}. Needs ${code('npm install @koa/cors')}, whose ${code('origin')} can't be a list: hence the function, and the ${code('Vary')} on errors.`,
    removeFirst: [
      text`The old ${code('@koa/cors')} import, other ${code('cors()')} calls (on routers too) and lines that set ${code('Access-Control-*')}.`,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`With ${code('keepHeadersOnError: false')}, thrown errors lose the headers.`,
      text`A missing file behind a stream body is a network error.`,
    ],
  }),
})

const compare = (policy: CorsPolicy): readonly string[] => [
  '    origin(ctx) {',
  "      const origin = ctx.get('Origin')",
  `      return ${isAllowed(policy)} ? origin : ''`,
  '    },',
]

const VARY = [
  'app.use(async (ctx, next) => {',
  '  try {',
  '    await next()',
  '  } catch (error) {',
  '    // Koa drops the headers when something throws; the package keeps them only for allowed origins.',
  "    error.headers = { Vary: 'Origin', ...error.headers }",
  '    throw error',
  '  }',
  '})',
]
