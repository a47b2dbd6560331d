import { registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { FOREIGN_LABEL } from '../foreign-host.ts'
import { alsoCredentials, defineLookalike } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * The API's pattern for an origin has no beginning, so that names of the same domain that end alike are allowed.
 *
 * Example: `/app\.example\.com$/`, which `https://notapp.example.com` matches.
 */
export default defineLookalike({
  id: 'unanchored-pattern',
  means: 'The pattern for an allowed origin has no beginning: names of its domain that end alike match too.',
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  triesVariants: true,
  yieldsTo: ['suffix-match', 'substring-match', 'public-suffix-trusted'],
  purpose: 'a name in its domain that ends like it?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const host = webHostOf(origin) ?? ''
      const domain = registrableDomain(host)
      return domain === null || domain === host
        ? []
        : (originWithHost(origin, `${FOREIGN_LABEL}${host}`) ?? [])
    }),
  // A name in the same domain is a subdomain too.
  unless: (isAllowed, { origins }) => origins.flatMap(subdomainOf).some(isAllowed),
  severity: ({ credentials }) => (credentials ? 'medium' : 'low'),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`Its pattern isn't anchored at the beginning. Anyone who controls such a name in this domain, for example through an abandoned subdomain, can read this API${
      allowed.credentials ? " with the user's cookies" : ''
    }.`,
  }),
  fix: () => text`Begin the pattern with ${code('^https://')}, or compare the whole origin.`,
})

/** Returns another subdomain of an origin's domain, which doesn't end like the origin. */
function subdomainOf(origin: string): readonly string[] {
  const domain = registrableDomain(webHostOf(origin) ?? '')
  return domain === null ? [] : [originWithHost(origin, `${FOREIGN_LABEL}.${domain}`) ?? origin]
}
