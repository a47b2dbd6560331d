import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike } from '../lookalike-lint.ts'

/**
 * The API allows pages of the user's own machine.
 *
 * Example: `http://localhost:3000` left in the list of origins in production.
 */
export default defineLookalike({
  id: 'localhost-trusted',
  means: "The API allows pages of the user's own machine, as development needs it.",
  cwe: 'CWE-489',
  correction: 'remove-origin',
  yieldsTo: ['development-origin-sent'],
  purpose: "a page of the user's own machine?",
  // If local pages are meant to call the API, another local port isn't worth reporting.
  origins: ({ origins }) =>
    origins.some(isUrlOfThisMachine) ? [] : ['http://localhost:3000', 'http://127.0.0.1:3000'],
  severity: ({ credentials }) => (credentials ? 'medium' : 'low'),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`Any program on a user's machine that serves pages on this port can read the API${
      allowed.credentials ? " with the user's cookies" : ''
    }. That's fine while developing, and not in production.`,
  }),
  fix: () => text`Allow ${code('localhost')} only in the development configuration.`,
})
