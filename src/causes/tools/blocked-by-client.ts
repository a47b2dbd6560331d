import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Something in the browser itself stopped the request, most often an ad blocker.
 *
 * Example: `net::ERR_BLOCKED_BY_CLIENT` for a URL with "analytics" in it.
 */
export default defineRootCause({
  id: 'blocked-by-client',
  family: 'tools',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.blockedByClient)
    if (named === null) return null
    return { ...named, host: hostOf(named.entry.request.url), policy: named.error.includes('ADMIN') }
  },
  confidence: 'high',
  summary: ({ host, policy }) =>
    policy
      ? text`A policy of this computer's administrator blocks ${code(host)}.`
      : text`A browser extension blocked the request to ${code(host)}.`,
  detail: ({ error, policy }) =>
    text`The browser reports ${code(error)}; the server was never asked. ${
      policy
        ? 'Ask whoever manages the browser.'
        : 'Try a window without extensions. Users with the same blocker have the same failure: names like "ads", "track", "analytics" in host or path are what such lists look for.'
    }`,
  evidence: ({ entry }) => failure(entry),
})
