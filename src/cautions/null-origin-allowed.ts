import { responseHeader } from '../evidence/place.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { allow, sharedResponse } from './cors-response.ts'

/**
 * The server allows the origin "null", which any site can have.
 *
 * Example: `Access-Control-Allow-Origin: null`, so that a page opened from disk works.
 */
export default defineCaution({
  id: 'null-origin-allowed',
  notice: (verdict) => {
    const entry = sharedResponse(verdict)
    if (entry === null || allow(entry, 'Origin') !== 'null') return null
    return { entry, credentials: allow(entry, 'Credentials') === 'true' }
  },
  summary: ({ credentials }) =>
    text`The response allows the origin ${code('null')}${credentials ? ', with credentials' : ''}.`,
  detail: ({ credentials }) =>
    text`Any site can make a page with the origin ${code('null')}, for example a sandboxed frame, so this is as open as ${code('*')}${
      credentials ? ', and any site can read what the user can' : ''
    }. Serve the page from a real origin and allow that.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeader(entry, 'Access-Control-Allow-Credentials'),
  ],
})
