import { hostOf } from '../../evidence/address.ts'
import { failure, status } from '../../evidence/place.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Nothing in the recording tells why. The registry keeps this for fetches that nothing else explains.
 *
 * Example: status 0 and `net::ERR_FAILED`, and every header that is there is in order.
 */
export default defineRootCause({
  id: 'browser-refused',
  family: 'policy',
  lastResort: true,
  recognize: (verdict) => {
    const { actual, preflight } = lastHop(verdict)
    const entry = actual ?? preflight
    if (verdict.type !== 'unexplained' || entry === null) return null
    return { entry, host: hostOf(entry.request.url), arrived: entry.response.status > 0 }
  },
  confidence: 'low',
  summary: ({ host }) => text`Nothing in the recording says why the request to ${code(host)} failed.`,
  detail: ({ arrived }) =>
    text`${
      arrived
        ? 'A response came, and its CORS headers are in order as far as they were recorded.'
        : 'No response was recorded, and what was does not break a rule of CORS.'
    } What else stops a request, with no more trace than this: the page's Content-Security-Policy, an extension, a service worker, the permission for the local network (${code('Local Network Access')}), a request that the page aborted. The console prints a line for most of them.`,
  evidence: ({ entry }) => [status(entry), ...failure(entry)],
})
