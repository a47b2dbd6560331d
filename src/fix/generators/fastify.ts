import { code, text } from '../../text/text.ts'
import { corsOptions, originOption } from './cors-options.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'
import { restToOthers } from './rest-to-others.ts'

/** Fastify. The origins stay a list even for one: a plain string is sent to everybody. */
export default defineGenerator({
  id: 'fastify',
  title: 'Fastify',
  language: 'javascript',
  docs: 'https://github.com/fastify/fastify-cors#readme',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Fastify 5.12.8, @fastify/cors 11.4.3'),
  write: (policy) => ({
    code: [
      "import cors from '@fastify/cors' // CommonJS: const cors = require('@fastify/cors')",
      '',
      '// Before the hooks of authentication, other plugins and routes.',
      'await fastify.register(cors, {',
      originOption(policy, '  '),
      ...corsOptions('cors', policy, '  '),
      '})',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const fastify = Fastify()')}, on the root and not in a plugin: in there only the plugin's own routes would get the headers, and no 404. The package comes with ${code('npm install @fastify/cors')}.`,
    removeFirst: [
      text`Other registrations of ${code('@fastify/cors')}, ${code('cors')} in the ${code('config')} of routes, and hooks that set ${code('Access-Control-*')} headers.`,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`Fastify 4 needs ${code('@fastify/cors')} 8 or 9. From version 10 on it allows ${code('GET')}, ${code('HEAD')} and ${code('POST')} where no methods are named.`,
      text`In CommonJS leave ${code('await')} out; Fastify keeps the order in which plugins and hooks are added.`,
      text`The plugin answers every ${code('OPTIONS')} request itself, those that are no preflight with 400; routes for it are no longer reached.`,
      text`What a handler writes to ${code('reply.raw')} itself, an event stream for instance, has none of the headers; hand ${code('reply.getHeaders()')} to its ${code('writeHead')}.`,
      ...restToOthers(policy),
    ],
  }),
})
