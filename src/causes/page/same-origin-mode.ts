import { hostOf } from '../../evidence/address.ts'
import { failure, requestHeader, responseHeader } from '../../evidence/place.ts'
import { isSameOriginMode, refusedBeforeSending } from '../../reading/refused-before-sending.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page restricted the request to its own origin, but the URL or a redirect has another one.
 *
 * Example: `fetch(url, {mode: 'same-origin'})` for a path that redirects to another host.
 */
export default defineRootCause({
  id: 'same-origin-mode',
  family: 'page',
  yieldsTo: ['mixed-content', 'unsafe-port'],
  recognize: (verdict) => {
    const refused = refusedBeforeSending(verdict)
    if (refused === null || !isSameOriginMode(verdict, refused)) return null
    const { entry, target } = refused
    const { mode } = verdict.exchange.facts
    const stated = refused.reason !== null || (mode.known && mode.value === 'same-origin')
    return { entry, stated, redirected: target !== entry.request.url, host: hostOf(target) }
  },
  confidence: ({ stated }) => (stated ? 'high' : 'medium'),
  summary: ({ host, stated, redirected }) =>
    text`The request's mode ${stated ? 'is' : 'may be'} ${code('same-origin')}, and ${
      redirected ? 'a redirect leads to ' : ''
    }${code(host)}${redirected ? '' : ' is another origin'}.`,
  detail: () =>
    text`With ${code("mode: 'same-origin'")}, the browser sends no request to other origins; no server header can change that. Use mode ${code('cors')}, the default of fetch().`,
  evidence: ({ entry, redirected }) => [
    ...requestHeader(entry, 'Sec-Fetch-Mode'),
    ...(redirected ? responseHeader(entry, 'Location') : requestHeader(entry, 'Origin')),
    ...failure(entry),
  ],
})
