import { responseHeader, status } from '../../evidence/place.ts'
import { goodPreflight, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { sharedBeside } from '../../reading/contrast.ts'
import { text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The server's errors leave it on a way that its CORS middleware does not see.
 *
 * Example: an exception is turned into a 500 outside of the middleware; the 200 of the same API has the headers.
 */
export default defineRootCause({
  id: 'error-response-without-headers',
  family: 'errors',
  yieldsTo: ['proxy-error', 'rate-limit', 'waf-challenge', 'nginx-without-always', 'apache-without-always'],
  after: [
    'api-gateway-error',
    'edge-auth',
    'host-not-allowed',
    'origin-callback-throws',
    'rack-cors-says-why',
    's3-rule',
    'spring-rejects-origin',
    'tunnel-interstitial',
  ],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || blocked.status < 400) return null
    const { entry } = blocked
    const success = sharedBeside(verdict, siblings, ({ response }) => response.status < 400)
    const preflight = goodPreflight(verdict, blocked)
    return success === null && preflight === null ? null : { entry, success, other: success ?? preflight }
  },
  confidence: ({ success }) => (success === null ? 'medium' : 'high'),
  summary: ({ entry }) =>
    text`The error response (${entry.response.status}) lacks the CORS headers that others have.`,
  detail: ({ entry, success }) =>
    text`${
      success === null
        ? 'The preflight of this request has them.'
        : text`The same API sends them with a ${success.response.status}.`
    } The real trouble is the ${entry.response.status}, and for the page it looks like CORS. Mend the error, with the server's log; and let the CORS headers onto errors too: the middleware has to be the outermost, around the handler of exceptions, so that the page can read what went wrong.`,
  evidence: ({ entry, other }) => [
    status(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...(other === null ? [] : [status(other), ...responseHeader(other, 'Access-Control-Allow-Origin')]),
  ],
})
