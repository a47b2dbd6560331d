import { publicSuffixOf } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { FOREIGN_LABEL } from '../foreign-host.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * The API allows every name below a suffix where anybody can register one.
 *
 * Example: `https://*.vercel.app`, so that preview deployments work.
 */
export default defineLookalike({
  id: 'public-suffix-trusted',
  means: 'The API allows every name below a suffix where anybody can have one, such as `*.vercel.app`.',
  cwe: 'CWE-942',
  correction: 'list-origins',
  triesVariants: true,
  purpose: 'another name with its public suffix?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const suffix = publicSuffixOf(webHostOf(origin) ?? '')
      return suffix === null ? [] : (originWithHost(origin, `${FOREIGN_LABEL}.${suffix}`) ?? [])
    }),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`Anyone can get a name with this ending and ${whatItReads(allowed)}.`,
  }),
  fix: () =>
    text`List exact origins. For preview deployments, include the team's own part of the name in the pattern.`,
})
