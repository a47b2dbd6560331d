import { code, text } from '../../text/text.ts'
import { COPY, fetchHandler } from './fetch-handler.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/** Cloudflare Workers, as modules: an exception there has no response at all but Cloudflare's own error page. */
export default defineGenerator({
  id: 'cloudflare-workers',
  title: 'Cloudflare Workers',
  language: 'javascript',
  docs: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/',
  syntax: javascript,
  kind: 'app',
  proof: runOn('workerd 1.20261117.1'),
  write: (policy) => ({
    code: fetchHandler(policy, {
      open: ['export default {', '  async fetch(request, env, ctx) {'],
      close: ['  },', '}'],
      call: 'handler(request, env, ctx)',
      webSocket: 'answer.status === 101',
      copy: COPY,
    }),
    where: text`The Worker's main module. ${code('handler')} is the function that it exported as ${code('fetch')} so far; ${code('scheduled')} and other handlers stay beside it.`,
    removeFirst: [
      text`Code that answers ${code('OPTIONS')} requests or sets ${code('Access-Control-*')} headers.`,
      text`Response header transform rules of the zone that set ${code('Access-Control-*')}; one of the two must do it.`,
    ],
    notes: [
      text`Static assets are served in front of the Worker, without these headers, unless ${code('run_worker_first')} in Wrangler's configuration names their paths.`,
      text`Exceptions of ${code('handler')} end here as a 500 that the page can read, so ${code('passThroughOnException()')} no longer has an effect; they are in the Worker's logs.`,
      text`In TypeScript add ${code('satisfies ExportedHandler<Env>')} after the last brace.`,
    ],
  }),
})
