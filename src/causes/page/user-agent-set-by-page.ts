import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { refusedNames } from '../../reading/refused-names.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page sets `User-Agent`, which Firefox and Safari send and Chrome drops.
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
  summary: () => text`The page sets ${code('User-Agent')}, and the preflight does not allow that.`,
  detail: () =>
    text`Firefox and Safari send a ${code('User-Agent')} that a script sets, which must be allowed like any other header; Chrome ignores it, so the request works there. Often a client library sets it: turn that off, or use another header for the name. Alternatively, allow ${code('User-Agent')} at the API.`,
  evidence: ({ entry }) => [
    ...requestHeader(entry, 'Access-Control-Request-Headers'),
    ...responseHeader(entry, 'Access-Control-Allow-Headers'),
  ],
})
