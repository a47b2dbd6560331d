import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'

/**
 * The API allows the origin "null", which any website can have.
 *
 * Example: `null` in the list of origins, so that a page opened from disk works.
 */
export default defineLookalike({
  id: 'null-origin-allowed',
  means: 'The API allows the origin `null`, which any website can have.',
  cwe: 'CWE-942',
  correction: 'remove-origin',
  purpose: 'are sandboxed frames of any website allowed?',
  origins: () => ['null'],
  severity: ({ credentials }) => (credentials ? 'high' : 'low'),
  says: (allowed) => ({
    summary: text`The API allows the origin ${code('null')}${alsoCredentials(allowed)}.`,
    detail: text`Any website can make a page with this origin, for example a sandboxed frame, and ${whatItReads(allowed)}.`,
  }),
  fix: () => text`Remove ${code('null')} from the allowed origins. Serve such pages from a real origin.`,
})
