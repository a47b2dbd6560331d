import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Something in the browser stopped the request, usually an ad blocker.
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
      ? text`An administrator's policy on this computer blocks ${code(host)}.`
      : text`A browser extension blocked the request to ${code(host)}.`,
  brief: ({ policy }) =>
    policy ? text`blocked by an administrator's policy` : text`blocked by a browser extension`,
  detail: ({ error, policy }) =>
    text`The browser reports ${code(error)}; it sent no request. ${
      policy
        ? 'Contact the administrator of this browser.'
        : 'Try a window without extensions. Users with the same blocker see the same failure; its lists look for names like "ads", "track" or "analytics" in host or path.'
    }`,
  evidence: ({ entry }) => failure(entry),
})
