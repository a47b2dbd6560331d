import { code, text } from '../../text/text.ts'
import { corsOptions, originOption } from './cors-options.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'
import { restToOthers } from './rest-to-others.ts'

/** Hono, on whatever runtime. Its middleware allows every header that is asked for where the list is empty. */
export default defineGenerator({
  id: 'hono',
  title: 'Hono',
  language: 'javascript',
  docs: 'https://hono.dev/docs/middleware/builtin/cors',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Hono 4.13.19, @hono/node-server 2.1.8'),
  write: (policy) => ({
    code: [
      "import { cors } from 'hono/cors'",
      '',
      '// Before authentication and routes.',
      'app.use(',
      '  cors({',
      originOption(policy, '    '),
      ...corsOptions('hono', policy, '    '),
      '  }),',
      ')',
      '',
    ].join('\n'),
    where: text`Directly after ${code('const app = new Hono()')} of the outermost app, before every other ${code('app.use')} and route.`,
    removeFirst: [
      text`Other calls of ${code('cors()')}, in apps that ${code('app.route')} mounts too, and lines that set ${code('Access-Control-*')} headers.`,
      text`${code('Access-Control-*')} headers of another server whose responses the app passes on; other origins would still get those.`,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`The middleware answers every ${code('OPTIONS')} request itself; routes for it are no longer reached.`,
      ...restToOthers(policy),
    ],
  }),
})
