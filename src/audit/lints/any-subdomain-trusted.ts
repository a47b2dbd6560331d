import { registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { FOREIGN_LABEL } from '../foreign-host.ts'
import { alsoCredentials, defineLookalike } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * The API allows every subdomain, even an abandoned one.
 *
 * Example: `allow_origin_regex="https://.*\.example\.com"`.
 */
export default defineLookalike({
  id: 'any-subdomain-trusted',
  means: 'The API allows every subdomain of an allowed domain.',
  cwe: 'CWE-942',
  correction: 'list-origins',
  triesVariants: true,
  yieldsTo: ['suffix-match', 'substring-match', 'unanchored-pattern', 'public-suffix-trusted'],
  purpose: 'any subdomain?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const host = webHostOf(origin) ?? ''
      const domain = registrableDomain(host)
      if (domain === null) return []
      return [...new Set([domain, host])].flatMap(
        (below) => originWithHost(origin, `${FOREIGN_LABEL}.${below}`) ?? [],
      )
    }),
  severity: ({ credentials }) => (credentials ? 'medium' : 'low'),
  says: (allowed) => ({
    summary: text`The API allows every subdomain: ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`One subdomain with a script injection, or one that points to a service that was given up, is enough to read this API${
      allowed.credentials ? " with the user's cookies" : ''
    }.`,
  }),
  fix: () => text`List the subdomains that need access.`,
})
