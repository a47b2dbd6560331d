import { code, text } from '../../text/text.ts'
import { withCommas } from './env-note.ts'
import { COPY, fetchHandler } from './fetch-handler.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/** Deno, where a function handles requests. Its own 500 for an exception of that function has no headers. */
export default defineGenerator({
  id: 'deno',
  title: 'Deno',
  language: 'javascript',
  docs: 'https://docs.deno.com/api/deno/~/Deno.serve',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Deno 2.9.6'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: fetchHandler(policy, surroundings, {
      open: ['Deno.serve(async (request, info) => {'],
      close: ['})'],
      call: 'handler(request, info)',
      webSocket: 'answer.status === 101',
      copy: COPY,
      readEnv: (name) => `Deno.env.get('${name}')`,
    }),
    where: text`In place of ${code('Deno.serve(handler)')}: ${code('handler')} is the function so far; options such as ${code('{ port: 8000 }')} stay its first argument. For ${code('deno serve')}, use the function in ${code('export default { fetch }')}.`,
    removeFirst: [
      text`Code that answers ${code('OPTIONS')} or sets ${code('Access-Control-*')}, such as a ${code('corsHeaders')} object.`,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`An exception of ${code('handler')} is a 500 that the page can read; it's logged, not thrown.`,
    ],
  }),
})
