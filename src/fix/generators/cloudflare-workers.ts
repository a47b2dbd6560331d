import { code, text } from '../../text/text.ts'
import { withCommas } from './env-note.ts'
import { COPY, fetchHandler } from './fetch-handler.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/** Cloudflare Workers, as modules. Without the snippet, an exception only gets Cloudflare's own error page. */
export default defineGenerator({
  id: 'cloudflare-workers',
  title: 'Cloudflare Workers',
  language: 'javascript',
  docs: 'https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('workerd 1.20261117.1'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: fetchHandler(policy, surroundings, {
      ...(surroundings.env === null
        ? {}
        : { imports: ["import { env as variables } from 'cloudflare:workers'", ''] }),
      open: ['export default {', '  async fetch(request, env, ctx) {'],
      close: ['  },', '}'],
      call: 'handler(request, env, ctx)',
      webSocket: 'answer.status === 101',
      copy: COPY,
      readEnv: (name) => `variables.${name}`,
    }),
    where: text`The Worker's main module: ${code('handler')} is the function that it exported as ${code('fetch')}; ${code('scheduled')} and others stay beside it. In TypeScript add ${code('satisfies ExportedHandler<Env>')} at the end.`,
    removeFirst: [
      text`Code that answers ${code('OPTIONS')} or sets ${code('Access-Control-*')}.`,
      text`Transform rules of the zone that set ${code('Access-Control-*')}.`,
    ],
    notes: [
      text`Static assets have no headers unless ${code('run_worker_first')} names their paths.`,
      text`${code('passThroughOnException()')} no longer has an effect.`,
    ],
  }),
})
