import { responseHeader, responseHeaders, status } from '../../evidence/place.ts'
import { isOkStatus } from '../../fetch/response.ts'
import { corsHeaderNames, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isNginx } from '../../reading/contrast.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * nginx responds to OPTIONS in an `if` block, whose headers replace those of the enclosing level.
 *
 * Example: `if ($request_method = OPTIONS) { add_header Access-Control-Allow-Methods …; return 204; }`.
 */
export default defineRootCause({
  id: 'nginx-if-block',
  family: 'layers',
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'preflight' || !isOkStatus(blocked.status)) return null
    const { entry } = blocked
    return isNginx(entry) && corsHeaderNames(entry).length > 0 ? { entry } : null
  },
  confidence: 'medium',
  summary: () =>
    text`nginx responded to OPTIONS with some CORS headers, but without ${code('Access-Control-Allow-Origin')}.`,
  detail: () =>
    text`In nginx, a block with its own ${code('add_header')} inherits none from outside, and an ${code('if')} is such a block. Repeat ${code('Access-Control-Allow-Origin')} inside the ${code('if')} for OPTIONS. If an application behind nginx responded, its list of origins lacks the page's.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeaders(entry, corsHeaderNames(entry)),
    ...responseHeader(entry, 'Server'),
    status(entry),
  ],
})
