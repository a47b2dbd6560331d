import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { refusedNames } from '../../reading/refused-names.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page sets `User-Agent`, which Firefox and Safari send but Chrome drops.
 *
 * Example: a client library that calls itself `acme-js/1.2` in `User-Agent`: blocked in Firefox and Safari only.
 */
export default defineRootCause({
  id: 'user-agent-set-by-page',
  family: 'page',
  recognize: (verdict) => {
    const refused = refusedNames(verdict)
    return refused?.names.includes('user-agent') === true ? refused : null
  },
  confidence: 'high',
  summary: () => text`The page sets ${code('User-Agent')}, which the preflight response doesn't allow.`,
  detail: () =>
    text`Firefox and Safari send a ${code('User-Agent')} that script sets, so the server must allow it; Chrome ignores it, so the request works there. Often a client library sets it: turn that off, or use another header. Alternatively, allow ${code('User-Agent')} on the server.`,
  evidence: ({ entry }) => [
    ...requestHeader(entry, 'Access-Control-Request-Headers'),
    ...responseHeader(entry, 'Access-Control-Allow-Headers'),
  ],
})
