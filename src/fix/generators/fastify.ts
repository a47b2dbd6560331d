import { code, text } from '../../text/text.ts'
import { corsOptions, listInEnv, originOption } from './cors-options.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/** Fastify. A single origin is written as a list too, because the plugin sends a string to every page. */
export default defineGenerator({
  id: 'fastify',
  title: 'Fastify',
  language: 'javascript',
  docs: 'https://github.com/fastify/fastify-cors#readme',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Fastify 5.12.8, @fastify/cors 11.4.3'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      "import cors from '@fastify/cors' // once per file; CommonJS: const cors = require('@fastify/cors')",
      '',
      ...listInEnv(surroundings),
      '// Before the hooks of authentication, other plugins and routes.',
      'await fastify.register(cors, {',
      originOption(policy, surroundings, '  '),
      ...corsOptions('cors', policy, '  '),
      '})',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const fastify = Fastify()')}, on the root: in a plugin only its own routes get the headers. Needs ${code('npm install @fastify/cors')} (8 or 9 for Fastify 4). In CommonJS without ${code('await')}.`,
    removeFirst: [
      text`The old ${code('@fastify/cors')} import and registrations, ${code('cors')} in the ${code('config')} of routes, and hooks that set ${code('Access-Control-*')}.`,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`Routes for ${code('OPTIONS')} no longer run; one that's no preflight gets 400.`,
      text`What a handler writes to ${code('reply.raw')}, such as an event stream, has no headers: pass ${code('reply.getHeaders()')} to its ${code('writeHead')}.`,
    ],
  }),
})
