import { isPotentiallyTrustworthy, isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike } from '../lookalike-lint.ts'

/**
 * The API allows the http form of a page that is served over https.
 *
 * Example: `/^https?:\/\/app\.example\.com$/` as the pattern of origins.
 */
export default defineLookalike({
  id: 'http-origin-trusted',
  means: 'The API allows the http form of an https origin.',
  cwe: 'CWE-942',
  correction: 'remove-origin',
  triesVariants: true,
  yieldsTo: ['suffix-match', 'substring-match', 'unanchored-pattern'],
  purpose: 'is its http form allowed?',
  origins: ({ url, origins }) =>
    isPotentiallyTrustworthy(url)
      ? origins
          .filter((origin) => origin.startsWith('https://') && !isUrlOfThisMachine(origin))
          .map((origin) => origin.replace(/^https:/, 'http:'))
      : [],
  severity: ({ credentials }) => (credentials ? 'medium' : 'low'),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}, which isn't encrypted${alsoCredentials(allowed)}.`,
    detail: text`Anyone between a user and that address can add a script to its page, which can then ${
      allowed.credentials ? "read this API with the user's cookies" : 'read this API'
    }.`,
  }),
  fix: () => text`Allow only the https origin.`,
})
