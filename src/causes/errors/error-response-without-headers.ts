import { responseHeader, status } from '../../evidence/place.ts'
import { goodPreflight, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isNginx, sharedBeside } from '../../reading/contrast.ts'
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
 * The server's error responses bypass its CORS middleware.
 *
 * Example: an exception becomes a 500 outside the middleware, while a 200 of the same API has the headers.
 */
export default defineRootCause({
  id: 'error-response-without-headers',
  family: 'errors',
  lastResort: 'of the server',
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || blocked.status < 400) return null
    const { entry } = blocked
    const success = sharedBeside(verdict, siblings, ({ response }) => response.status < 400)
    const error = success ?? sharedBeside(verdict, siblings, () => true)
    const other = error ?? goodPreflight(verdict, blocked)
    return other === null ? null : { ...errorResponse(entry), other, success }
  },
  confidence: ({ success, made }) => (success !== null || made?.certainty === 'high' ? 'high' : 'medium'),
  summary: (response) => text`${whoResponded(response)}, without the CORS headers that others have.`,
  detail: (response) =>
    text`${meaningOf(response)} ${FIRST} ${headersToo(response)} ${
      response.other.request.method === 'OPTIONS'
        ? 'The preflight response has them'
        : text`A response with ${response.other.response.status} has them`
    }${
      isNginx(response.entry) && response.made?.id !== 'nginx'
        ? text`; if nginx adds them there, its lines lack ${code('always')}`
        : ''
    }.${recognizedBy(response)}`,
  evidence: (response) => [
    ...shownByError(response),
    status(response.other),
    ...responseHeader(response.other, 'Access-Control-Allow-Origin'),
  ],
})
