import { code, text } from '../../text/text.ts'
import { withCommas } from './env-note.ts'
import { fetchHandler } from './fetch-handler.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/**
 * Bun. Routes in `routes` are handled before `fetch`, so this is a function to wrap around each of them. Its responses
 * are cloned, because a new response from the body would lose the Content-Type that Bun knows but doesn't list.
 */
export default defineGenerator({
  id: 'bun',
  title: 'Bun',
  language: 'javascript',
  docs: 'https://bun.com/docs/runtime/http/server',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Bun 1.4.5'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: fetchHandler(policy, surroundings, {
      open: ['const withCors = (handler) => async (request, server) => {'],
      close: ['}'],
      call: 'handler(request, server)',
      webSocket: 'answer === undefined',
      copy: 'answer.clone() // a Response may be a constant used for many requests',
    }),
    where: text`Above ${code('Bun.serve')}, then ${code('fetch: withCors(…)')} around its function, and around each function in ${code('routes')}.`,
    removeFirst: [
      text`Code that answers ${code('OPTIONS')} or sets ${code('Access-Control-*')}.`,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`Without a ${code('fetch')} beside ${code('routes')}, preflights get 404.`,
      text`A plain ${code('Response')} in ${code('routes')} has no headers: write ${code('withCors(() => …)')}.`,
      text`A missing ${code('Bun.file')} is a 500 without headers: check ${code('await file.exists()')}.`,
    ],
  }),
})
