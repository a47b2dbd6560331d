import { code, text } from '../../text/text.ts'
import { fetchHandler } from './fetch-handler.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/**
 * Bun. What stands in `routes` is asked in front of `fetch`, so this is a function to put around each of them. Its
 * responses are cloned: built anew from a body they would lose the Content-Type that Bun knows but does not list.
 */
export default defineGenerator({
  id: 'bun',
  title: 'Bun',
  language: 'javascript',
  docs: 'https://bun.com/docs/runtime/http/server',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Bun 1.4.5'),
  write: (policy) => ({
    code: fetchHandler(policy, {
      open: ['const withCors = (handler) => async (request, server) => {'],
      close: ['}'],
      call: 'handler(request, server)',
      webSocket: 'answer === undefined',
      copy: 'answer.clone() // a Response may be a constant that answers many requests',
    }),
    where: text`Above ${code('Bun.serve')}, which then has ${code('fetch: withCors(…)')} around the function that it has so far, and the same around every function in ${code('routes')}.`,
    removeFirst: [
      text`Code that answers ${code('OPTIONS')} requests or sets ${code('Access-Control-*')} headers.`,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`A ${code('fetch')} is needed beside ${code('routes')}: preflights for a route that names its methods end there, and so do unknown paths.`,
      text`A ${code('Response')} that stands in ${code('routes')} as such has no headers that depend on the origin; make a function of it: ${code('withCors(() => …)')}.`,
      text`A ${code('Bun.file')} that does not exist fails when ${code('handler')} has returned, so that Bun answers a 500 without headers; ask ${code('await file.exists()')} first.`,
      text`In TypeScript give ${code('handler')}, ${code('request')} and ${code('server')} their types; Bun itself runs it without.`,
    ],
  }),
})
