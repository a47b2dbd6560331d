import { hostOf } from '../../evidence/address.ts'
import { responseHeader, status } from '../../evidence/place.ts'
import { isOkStatus } from '../../fetch/response.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { type ApiResponse, hasCome } from '../../reading/api-response.ts'
import { corsHeaderNames, varyNames, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { once, type Reader } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * No response of the API has CORS headers: CORS isn't configured, or not for this API.
 *
 * Example: an API for a mobile app or for servers that a page now calls for the first time.
 */
export default defineRootCause({
  id: 'cors-not-set-up',
  family: 'layers',
  lastResort: true,
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.hop > 0 || !isOkStatus(blocked.status)) return null
    const { entry } = blocked
    if (hasTrace(entry) || siblings.read(traceReader).length > 0) return null
    const others = entriesIn(siblings.read(differentReader))
    const count = others.size + (others.has(entry) ? 0 : 1)
    return { entry, host: hostOf(entry.request.url), count }
  },
  confidence: ({ count }) => (count > 2 ? 'medium' : 'low'),
  summary: ({ host, count }) =>
    count === 1
      ? text`The response from ${code(host)} shows no trace of CORS.`
      : text`All ${count} responses from ${code(host)} show no trace of CORS.`,
  detail: ({ count }) =>
    text`No ${code('Access-Control-')} header, and no ${code('Vary: Origin')}${
      count === 1 ? '' : ' in any of them'
    }. CORS isn't set up there, or not for these requests. Set it up; if the API isn't yours, call it from your own server.`,
  evidence: ({ entry }) => [...responseHeader(entry, 'Access-Control-Allow-Origin'), status(entry)],
})

const hasTrace = (entry: HarEntry): boolean =>
  corsHeaderNames(entry).length > 0 || varyNames(entry).includes('origin')

const entriesIn = once((list: readonly ApiResponse[]) => new Set(list.map(({ entry }) => entry)))

const traceReader: Reader = {
  shelf: (answer) => (hasCome(answer) && hasTrace(answer.entry) ? '' : null),
  by: () => '',
}

const differentReader: Reader = {
  shelf: (answer) => (hasCome(answer) ? '' : null),
  by: ({ entry, preflight, path, origin }) => [
    preflight,
    entry.request.method,
    path,
    entry.response.status,
    origin,
  ],
  of: () => '',
  most: 200,
}
