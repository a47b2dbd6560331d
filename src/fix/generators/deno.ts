import { code, text } from '../../text/text.ts'
import { COPY, fetchHandler } from './fetch-handler.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/** Deno, where a function answers requests. Its own 500 for what that function throws has no headers. */
export default defineGenerator({
  id: 'deno',
  title: 'Deno',
  language: 'javascript',
  docs: 'https://docs.deno.com/api/deno/~/Deno.serve',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Deno 2.9.6'),
  write: (policy) => ({
    code: fetchHandler(policy, {
      open: ['Deno.serve(async (request, info) => {'],
      close: ['})'],
      call: 'handler(request, info)',
      webSocket: 'answer.status === 101',
      copy: COPY,
    }),
    where: text`In place of ${code('Deno.serve(handler)')}: ${code('handler')} is the function that it was given so far. Options such as ${code('{ port: 8000 }')} stay its first argument.`,
    removeFirst: [
      text`Code that answers ${code('OPTIONS')} requests or sets ${code('Access-Control-*')} headers, such as a ${code('corsHeaders')} object with ${code('*')}.`,
      PROXY_IN_FRONT,
    ],
    notes: [text`For ${code('deno serve')} the same function goes into ${code('export default { fetch }')}.`],
  }),
})
