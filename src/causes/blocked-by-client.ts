import { code, text } from '../text/text.ts'
import { hostOf } from './address.ts'
import { defineCause } from './cause.ts'
import { netErrors } from './net-errors.ts'
import { failure } from './place.ts'
import { namedError } from './unexplained.ts'

/**
 * Something in the browser itself stopped the request, most often an ad blocker.
 *
 * Example: `net::ERR_BLOCKED_BY_CLIENT` for a URL with "analytics" in it.
 */
export default defineCause({
  id: 'blocked-by-client',
  recognise: (verdict) => {
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
