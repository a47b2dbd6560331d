import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { refusedBeforeSending } from '../../reading/refused-before-sending.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page's own Content-Security-Policy forbids the request.
 *
 * Example: `connect-src 'self'` on the page, and an API on another host.
 */
export default defineRootCause({
  id: 'csp',
  family: 'policy',
  yieldsTo: ['mixed-content', 'same-origin-mode', 'unsafe-port', 'redirect-refused'],
  recognize: (verdict) => {
    const refused = refusedBeforeSending(verdict)
    if (refused === null) return null
    const { reason, target, entry } = refused
    if (reason === null ? !/^https?:/i.test(target) : reason !== 'csp') return null
    // Chrome doesn't record a fetch() that CSP blocks, but records all other blocked requests.
    const { resourceType } = entry.vendor
    return { entry, reason, host: hostOf(target), likely: resourceType !== null && resourceType !== 'fetch' }
  },
  confidence: ({ reason, likely }) => (reason !== null ? 'high' : likely ? 'medium' : 'low'),
  summary: ({ host, reason }) =>
    reason === null
      ? text`The page's Content-Security-Policy may forbid ${code(host)}.`
      : text`The page's Content-Security-Policy forbids ${code(host)}.`,
  brief: () => text`blocked by the page's Content-Security-Policy`,
  detail: ({ host, reason }) =>
    text`${
      reason === null
        ? "The browser blocked the request before sending it, and the recording doesn't say why; the console does. "
        : ''
    }If it's the policy, add ${code(host)} to it on the page's server: to ${code('connect-src')} for fetch, XMLHttpRequest and EventSource, to ${code('script-src')}, ${code('img-src')} and so on for elements. The API can't change this.`,
  evidence: ({ entry }) => failure(entry),
})
