import { code, text } from '../../text/text.ts'
import { defineCautionLint } from '../caution-lint.ts'

/**
 * Two headers that exclude each other, often "corrected" by sending every origin back.
 *
 * Example: `Access-Control-Allow-Origin: *` beside `Access-Control-Allow-Credentials: true`.
 */
export default defineCautionLint({
  id: 'credentials-with-wildcard-header',
  means: '`*` is sent with `Access-Control-Allow-Credentials: true`, which browsers refuse.',
  cwe: 'CWE-942',
  correction: 'credentials',
  severity: 'low',
  yieldsTo: ['reflects-any-origin'],
  fix: () =>
    text`Remove ${code('Access-Control-Allow-Credentials')}, or list exact origins instead of ${code('*')}.`,
})
