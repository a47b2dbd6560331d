import { responseHeader } from '../../evidence/place.ts'
import { goodPreflight, headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Different servers responded to the preflight and to the request.
 *
 * Example: the gateway responds to OPTIONS and passes all other requests to an application without CORS.
 */
export default defineRootCause({
  id: 'different-backends',
  family: 'layers',
  after: ['handler-forgot-headers'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    const preflight = blocked === null ? null : goodPreflight(verdict, blocked)
    // An error may come from any server on the way, and has to be fixed first.
    if (blocked === null || preflight === null || blocked.status >= 400) return null
    const { entry } = blocked
    for (const name of ['Server', 'X-Powered-By', 'Via']) {
      const [first, second] = [headerOf(preflight, name), headerOf(entry, name)]
      if (first !== null && second !== null && first !== second)
        return { entry, preflight, name, first, second }
    }
    return null
  },
  confidence: 'medium',
  summary: ({ first, second }) =>
    text`${code(first)} responded to the preflight, ${code(second)} to the request: two servers, one with CORS.`,
  detail: ({ name }) =>
    text`The two responses differ in ${code(name)}, and only the first has ${code('Access-Control-Allow-Origin')}. Set up CORS in the server that responds to the actual request, or have only the first one add the headers to everything it forwards.`,
  evidence: ({ entry, preflight, name }) => [
    ...responseHeader(preflight, name),
    ...responseHeader(entry, name),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})
