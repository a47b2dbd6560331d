import { hostOf } from '../../evidence/address.ts'
import { failure, requestHeader } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { isMixedContent } from '../../reading/refused-before-sending.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Firefox's tracking protection stopped the request.
 *
 * Example: the API's host is on the list of trackers.
 */
export default defineRootCause({
  id: 'blocked-by-tracking-protection',
  family: 'tools',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.tracker)
    if (named !== null) return { ...named, host: hostOf(named.entry.request.url) }
    const zero = statusZero(verdict)
    if (zero?.shown !== 'tracker') return null
    const { entry } = zero
    // A plain http URL never has Sec-Fetch headers, so a request that a service worker handled looks the same.
    if (isMixedContent(verdict, { entry, target: entry.request.url, reason: null })) return null
    return { entry, error: null, host: hostOf(entry.request.url) }
  },
  confidence: ({ error }) => (error === null ? 'medium' : 'high'),
  summary: ({ host }) => text`Firefox blocked the request to ${code(host)}, as it does for trackers.`,
  brief: () => text`blocked by Firefox, as trackers are`,
  detail: () =>
    text`The request was never sent: it has a ${code('Connection')} header but no ${code('Sec-Fetch-')} headers, like requests to listed trackers. The shield in the address bar shows what was blocked and can turn it off for the page. A blocking extension can look the same.`,
  evidence: ({ entry }) => [
    ...failure(entry),
    ...requestHeader(entry, 'Connection'),
    ...requestHeader(entry, 'Sec-Fetch-Mode'),
  ],
})
