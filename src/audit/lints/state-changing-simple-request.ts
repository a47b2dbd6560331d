import { code, text } from '../../text/text.ts'
import { defineCautionLint } from '../caution-lint.ts'

/**
 * The API runs requests of origins that it doesn't allow: CORS only hides the response.
 *
 * Example: a GET that sets a cookie, requested by an unknown website.
 */
export default defineCautionLint({
  id: 'state-changing-simple-request',
  means: "The API handles requests of origins that it doesn't allow.",
  cwe: 'CWE-352',
  correction: null,
  severity: 'info',
  yieldsTo: ['wildcard-with-cookie'],
  fix: () => text`Check ${code('Origin')} before a request changes something, or require a CSRF token.`,
})
