import { responseHeader, status } from '../../evidence/place.ts'
import { isOkStatus } from '../../fetch/response.ts'
import { corsHeaderNames, headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The framework responded to OPTIONS by itself, as HTTP defines it, without CORS headers.
 *
 * Example: Express and Flask respond to OPTIONS with 200 and `Allow: GET, HEAD` if no CORS middleware is installed.
 */
export default defineRootCause({
  id: 'framework-answers-options',
  family: 'layers',
  after: ['middleware-drops-all'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'preflight' || !isOkStatus(blocked.status)) return null
    const allow = headerOf(blocked.entry, 'Allow')
    return allow === null || corsHeaderNames(blocked.entry).length > 0
      ? null
      : { entry: blocked.entry, allow }
  },
  confidence: 'medium',
  summary: ({ allow }) => text`The framework responded to OPTIONS itself (${code(`Allow: ${allow}`)}).`,
  detail: () =>
    text`${code('Allow')} isn't a CORS header; browsers ignore it. No CORS middleware handled this request: install one, move it before the routes, or let it cover this path.`,
  evidence: ({ entry }) => [...responseHeader(entry, 'Allow'), status(entry)],
})
