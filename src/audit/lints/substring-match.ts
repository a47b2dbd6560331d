import { registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { FOREIGN_HOST, FOREIGN_LABEL } from '../foreign-host.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * The API looks for an allowed name anywhere in the origin.
 *
 * Example: `origin.includes('example.com')`, or the pattern `/example\.com/`.
 */
export default defineLookalike({
  id: 'substring-match',
  means: 'The API looks for an allowed name anywhere in the origin.',
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  triesVariants: true,
  purpose: 'a website with its name inside?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const host = webHostOf(origin)
      // The name of a local machine can't be registered.
      if (host === null || registrableDomain(host) === null) return []
      return originWithHost(origin, `${FOREIGN_LABEL}-${host}.${FOREIGN_HOST}`) ?? []
    }),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`It only checks that the origin contains an allowed name. Anyone can have such a host and ${whatItReads(allowed)}.`,
  }),
  fix: () =>
    text`Compare the whole origin with a list. A pattern needs ${code('^')} at its beginning and ${code('$')} at its end.`,
})
