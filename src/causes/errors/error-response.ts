import { hostOf } from '../../evidence/address.ts'
import { goodPreflight, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { sharedBeside } from '../../reading/contrast.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'
import {
  errorResponse,
  FIRST,
  headersToo,
  meaningOf,
  recognizedBy,
  shownByError,
  whoResponded,
} from './error-words.ts'

/**
 * The request failed with an error that has to be fixed before CORS. No response in the recording has the headers, so
 * there is nothing to compare with.
 *
 * Example: a GET gets a 404 because the base URL is wrong.
 */
export default defineRootCause({
  id: 'error-response',
  family: 'errors',
  lastResort: 'of the server',
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || blocked.status < 400) return null
    const isAllowed = sharedBeside(verdict, siblings, () => true) !== null
    if (isAllowed || goodPreflight(verdict, blocked) !== null) return null
    return { ...errorResponse(blocked.entry), host: hostOf(blocked.entry.request.url) }
  },
  confidence: ({ made }) => (made?.certainty === 'high' ? 'high' : 'medium'),
  summary: (response) => text`${whoResponded(response)}, without CORS headers.`,
  detail: (response) =>
    text`${meaningOf(response)} ${FIRST} ${headersToo(response)} No recorded response of ${code(response.host)} has them, so check that CORS is set up there at all.${recognizedBy(response)}`,
  evidence: shownByError,
})
