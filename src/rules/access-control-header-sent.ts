import { code, list, text } from '../text/text.ts'
import { refusedHeaders, refusedHeadersEvidence } from './refused-headers.ts'
import { defineRule } from './rule.ts'

/**
 * The page sends a CORS response header as a request header; that needs leave like any other, and helps nothing.
 *
 * Example: `fetch(url, { headers: { 'Access-Control-Allow-Origin': '*' } })`.
 * Instead: take the header out of the page's code; the server sends it.
 */
export default defineRule({
  id: 'access-control-header-sent',
  means:
    'The page sends a CORS response header as a request header; that needs leave like any other, and helps nothing.',
  match: (failure) => {
    const { names, value } = refusedHeaders(failure)
    const mistaken = names.filter((name) => /^access-control-(allow|expose|max)/.test(name))
    return mistaken.length > 0 && mistaken.length === names.length ? { names: mistaken, value } : null
  },
  summary: ({ names }) => text`The page sends ${list(names.map(code))} itself; that is a response header.`,
  detail: ({ names }) =>
    text`${list(names.map(code))} in a request allows nothing. It only adds a header that the preflight must allow, and this server does not. Remove it from the page's code (often set as a default of the HTTP client).`,
  evidence: refusedHeadersEvidence,
  fix: () => [{ type: 'client', what: 'request header' }],
})
