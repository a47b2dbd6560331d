import { hostOf } from '../../evidence/address.ts'
import { failure, status } from '../../evidence/place.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Nothing in the recording shows why. Only for fetches that no other cause explains.
 *
 * Example: status 0 and `net::ERR_FAILED`, and all recorded headers are correct.
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
        ? 'A response arrived, and its CORS headers are fine as far as they were recorded.'
        : 'No response was recorded, and nothing recorded breaks a CORS rule.'
    } Other possible causes leave no more trace: the page's Content-Security-Policy, an extension, a service worker, Local Network Access, or a request the page aborted. Check the console; it names most of them.`,
  evidence: ({ entry }) => [status(entry), ...failure(entry)],
})
