import { presentHeaders, status } from '../../evidence/place.ts'
import { blockedBy, headerOf } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The server asks the preflight for a login, which a preflight can't give.
 *
 * Example: OPTIONS is answered with 401, because the authentication middleware runs before the CORS middleware.
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
    text`The server asked the preflight to log in (${entry.response.status}); preflights can't.`,
  detail: ({ scheme }) =>
    text`${
      scheme === null ? '' : text`It wants ${code(scheme)}. `
    }A browser sends no cookies and no ${code('Authorization')} with a preflight, so authentication has to let OPTIONS pass: put the CORS middleware before it, or except OPTIONS from it. The actual request still has to log in.`,
  evidence: ({ entry }) => [status(entry), ...presentHeaders(entry, 'WWW-Authenticate')],
})
