import { pathOf } from '../../evidence/address.ts'
import { preflightErrorMeanings } from '../../knowledge/error-meanings.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { withCode } from '../../text/with-code.ts'
import { defineRootCause } from '../root-cause.ts'
import {
  type ErrorResponse,
  errorResponse,
  meaningOf,
  ownMeaningOf,
  recognizedBy,
  shownByError,
  whoResponded,
} from './error-words.ts'

/**
 * The preflight failed with an error, whatever its headers say.
 *
 * Example: OPTIONS gets a 415 because a check for `Content-Type: application/json` runs first.
 */
export default defineRootCause({
  id: 'preflight-error',
  family: 'errors',
  lastResort: 'of the server',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'preflight' || blocked.status < 400) return null
    return errorResponse(blocked.entry)
  },
  confidence: ({ made }) => (made?.certainty === 'high' ? 'high' : 'medium'),
  summary: (response) =>
    text`${response.made === null ? text`The preflight failed with ${response.entry.response.status}` : text`${whoResponded(response)} to the preflight`}.`,
  detail: (response) =>
    text`${ofPreflight(response)} ${PREFLIGHT_NEEDS} Send it yourself and read the response: ${code('OPTIONS')} ${code(pathOf(response.entry.request.url))} with ${code('Origin')} and ${code('Access-Control-Request-Method')}.${recognizedBy(response)}`,
  evidence: shownByError,
})

const PREFLIGHT_NEEDS =
  'A preflight needs a response with 200 to 299 and the CORS headers, before anything checks logins, bodies or limits.'

function ofPreflight(response: ErrorResponse) {
  const meaning = preflightErrorMeanings.get(response.entry.response.status)
  return ownMeaningOf(response) ?? (meaning === undefined ? meaningOf(response) : withCode(meaning))
}
