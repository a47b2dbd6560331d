import { text } from '../../text/text.ts'
import { defineCautionLint } from '../caution-lint.ts'

/**
 * Browsers don't cache a preflight response for as long as the API says.
 *
 * Example: `Access-Control-Max-Age: 604800`.
 */
export default defineCautionLint({
  id: 'max-age-above-limit',
  means: '`Access-Control-Max-Age` is longer than browsers keep it.',
  cwe: null,
  correction: null,
  severity: 'info',
  fix: () => text`Send 7200 or less.`,
})
