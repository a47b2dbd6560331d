import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { refusedBeforeSending, refusedRedirect } from '../../reading/refused-before-sending.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * DevTools is set to block this URL.
 *
 * Example: "Block request URL" was chosen in the Network panel some time ago.
 */
export default defineRootCause({
  id: 'devtools-request-blocking',
  family: 'tools',
  yieldsTo: ['mixed-content', 'unsafe-port'],
  after: ['same-origin-mode'],
  recognize: (verdict) => {
    const refused = refusedBeforeSending(verdict)
    if (refused === null || refusedRedirect(verdict) !== null) return null
    const { reason, target, entry } = refused
    if (reason !== null && reason !== 'inspector') return null
    if (verdict.exchange.recording.browser !== 'chromium') return null
    if (!/^https?:/i.test(target)) return null
    return { entry, reason, host: hostOf(target), fetch: entry.vendor.resourceType === 'fetch' }
  },
  confidence: ({ reason, fetch }) => (reason !== null ? 'high' : fetch ? 'medium' : 'low'),
  summary: ({ host }) => text`The developer tools may be blocking requests to ${code(host)}.`,
  brief: () => text`may be blocked in the developer tools`,
  detail: () =>
    text`The browser refused the request with an empty error, as "Network request blocking" in Chrome does. Check that list (in the Network panel or its own) and the console.`,
  evidence: ({ entry }) => failure(entry),
})
