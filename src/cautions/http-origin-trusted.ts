import { responseHeader, url } from '../evidence/place.ts'
import { isUrlOfThisMachine } from '../knowledge/hosts.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { allow, sharedResponse } from './cors-response.ts'

/**
 * An https API allows a page that was loaded over http.
 *
 * Example: `Access-Control-Allow-Origin: http://app.example` from `https://api.example`.
 */
export default defineCaution({
  id: 'http-origin-trusted',
  notice: (verdict) => {
    const entry = sharedResponse(verdict)
    const allowed = entry === null ? null : allow(entry, 'Origin')
    if (entry === null || allowed === null || !/^https:/i.test(entry.request.url)) return null
    // Local pages can't be modified on the way.
    if (!/^http:\/\//.test(allowed) || isUrlOfThisMachine(allowed)) return null
    return { entry, allowed, credentials: allow(entry, 'Credentials') === 'true' }
  },
  summary: ({ allowed }) => text`The API trusts ${code(allowed)}, which isn't encrypted.`,
  detail: ({ allowed, credentials }) =>
    text`Anyone between a user and ${code(allowed)} can add a script to its page and read this API${
      credentials ? " with the user's credentials" : ''
    }, even over https. Serve the page over https and allow that origin instead.`,
  evidence: ({ entry }) => [...responseHeader(entry, 'Access-Control-Allow-Origin'), url(entry)],
})
