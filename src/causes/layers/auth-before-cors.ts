import { presentHeaders, status } from '../../evidence/place.ts'
import { blockedBy, headerOf } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The server requires authentication for the preflight, which preflights never have.
 *
 * Example: OPTIONS gets a 401 because the authentication middleware runs before the CORS middleware.
 */
export default defineRootCause({
  id: 'auth-before-cors',
  family: 'layers',
  yieldsTo: ['edge-auth'],
  after: ['set-twice'],
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'preflight') return null
    const scheme = headerOf(blocked.entry, 'WWW-Authenticate')
    if (blocked.status === 403 ? scheme === null : ![401, 407].includes(blocked.status)) return null
    return { entry: blocked.entry, scheme }
  },
  confidence: 'high',
  summary: ({ entry }) =>
    text`The server required authentication for the preflight (${entry.response.status}).`,
  detail: ({ scheme }) =>
    text`${
      scheme === null ? '' : text`It requires ${code(scheme)}. `
    }Browsers send no credentials with a preflight: put the CORS middleware before authentication, or exempt OPTIONS from it; the actual request still has to log in.`,
  evidence: ({ entry }) => [status(entry), ...presentHeaders(entry, 'WWW-Authenticate')],
})
