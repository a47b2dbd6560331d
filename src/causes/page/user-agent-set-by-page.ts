import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { refusedNames } from '../../reading/refused-names.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page sets `User-Agent`, which Firefox sends and asks leave for, and Chrome drops.
 *
 * Example: a client library that calls itself `acme-js/1.2` in `User-Agent`: blocked in Firefox only.
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
    text`Firefox asks leave for a ${code('User-Agent')} that script set; Chrome leaves the header as it is and asks nothing, so this fails in one browser only. Often a client library sets it: turn that off, or put the name into a header of your own. Or allow ${code('User-Agent')} at the API.`,
  evidence: ({ entry }) => [
    ...requestHeader(entry, 'Access-Control-Request-Headers'),
    ...responseHeader(entry, 'Access-Control-Allow-Headers'),
  ],
})
