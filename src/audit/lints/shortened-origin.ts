import { publicSuffixOf, registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * The API searches for the origin in a string of allowed ones, which also finds a part of one.
 *
 * Example: `process.env.ORIGINS.includes(origin)`, if that is a string.
 */
export default defineLookalike({
  id: 'shortened-origin',
  means:
    'The API accepts a part of an allowed origin: it searches for the origin in a string of allowed ones.',
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  triesVariants: true,
  purpose: 'is the beginning of it enough?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const host = webHostOf(origin) ?? ''
      const shorter = host.slice(0, -1)
      const isRegistrable = publicSuffixOf(shorter) !== null && registrableDomain(shorter) !== null
      return isRegistrable ? (originWithHost(origin, shorter) ?? []) : []
    }),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`It searches for the origin in a string of allowed ones, so part of one is enough. Anyone can register such a name and ${whatItReads(allowed)}.`,
  }),
  fix: () => text`Split the text into a list, and compare the origin with each item.`,
})
