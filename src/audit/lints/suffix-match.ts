import { registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { FOREIGN_LABEL } from '../foreign-host.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * The API allows names that end like an allowed one, of other domains too.
 *
 * Example: `origin.endsWith('example.com')`, which `https://notexample.com` passes.
 */
export default defineLookalike({
  id: 'suffix-match',
  means: 'The API allows names that end like an allowed one, of other domains too.',
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  triesVariants: true,
  yieldsTo: ['substring-match', 'public-suffix-trusted'],
  purpose: 'a domain that ends like it?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const domain = registrableDomain(webHostOf(origin) ?? '')
      return domain === null ? [] : (originWithHost(origin, `${FOREIGN_LABEL}${domain}`) ?? [])
    }),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`It only checks how the origin ends. Anyone can register such a domain and ${whatItReads(allowed)}.`,
  }),
  fix: () =>
    text`Compare the whole origin with a list. In a pattern, begin with ${code('^https://')} and put ${code('\\.')} before the domain.`,
})
