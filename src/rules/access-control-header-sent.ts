import { code, list, text } from '../text/text.ts'
import { refusedHeaders, refusedHeadersEvidence } from './refused-headers.ts'
import { defineRule } from './rule.ts'

/**
 * The page sends a CORS response header as a request header. It has no effect there and triggers a preflight.
 *
 * Example: `fetch(url, { headers: { 'Access-Control-Allow-Origin': '*' } })`.
 * Instead: remove the header from the page's code; the server sends it.
 */
export default defineRule({
  id: 'access-control-header-sent',
  means:
    'The page sends a CORS response header as a request header. It has no effect there and triggers a preflight.',
  match: (failure) => {
    const { names, value } = refusedHeaders(failure)
    const mistaken = names.filter((name) => /^access-control-(allow|expose|max)/.test(name))
    return mistaken.length > 0 && mistaken.length === names.length ? { names: mistaken, value } : null
  },
  brief: ({ names }) => text`${list(names.map(code))} sent by the page`,
  summary: ({ names }) =>
    text`The page sends ${list(names.map(code))}, which only ${names.length === 1 ? 'works as a response header' : 'work as response headers'}.`,
  detail: ({ names }) =>
    text`In a request it has no effect, and the preflight has to allow it. Remove ${names.length === 1 ? 'it' : 'them'} from the page's code; HTTP clients often set ${names.length === 1 ? 'it' : 'them'} as a default.`,
  evidence: refusedHeadersEvidence,
  fix: () => [{ type: 'client', what: 'request header' }],
})
