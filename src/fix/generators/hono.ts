import { code, text } from '../../text/text.ts'
import { splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { corsOptions, listInEnv, originOption } from './cors-options.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, isAllowed } from './header-lines.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/** Reports whether the middleware can compare the origins itself: it supports lists, but not patterns. */
const isList = ({ origins }: CorsPolicy): boolean => splitOrigins(origins).patterns.length === 0

/** Hono, on any runtime. Its middleware allows every requested header if the list is empty. */
export default defineGenerator({
  id: 'hono',
  title: 'Hono',
  language: 'javascript',
  docs: 'https://hono.dev/docs/middleware/builtin/cors',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Hono 4.13.19, @hono/node-server 2.1.8'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      "import { cors } from 'hono/cors' // once per file",
      '',
      ...(isList(policy) ? listInEnv(surroundings) : allowedOrigins(policy, surroundings)),
      '// Before authentication and routes.',
      'app.use(',
      '  cors({',
      isList(policy)
        ? originOption(policy, surroundings, '    ')
        : `    origin: (origin) => (${isAllowed(policy)} ? origin : null),`,
      ...corsOptions('hono', policy, '    '),
      '  }),',
      ')',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const app = new Hono()')} of the outermost app, before every other ${code('app.use')} and route.`,
    removeFirst: [
      text`The old ${code('hono/cors')} import, other ${code('cors()')} calls (in mounted apps too) and lines that set ${code('Access-Control-*')}.`,
      text`${code('Access-Control-*')} headers of another server whose responses the app passes on.`,
      PROXY_IN_FRONT,
    ],
    notes: [text`Routes for ${code('OPTIONS')} no longer run.`],
  }),
})
