import { code, text } from '../../text/text.ts'
import { FOREIGN_HOST } from '../foreign-host.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * The API allows origins that begin with an allowed one.
 *
 * Example: `origin.startsWith('https://app.example.com')`.
 */
export default defineLookalike({
  id: 'prefix-match',
  means: 'The API allows origins that begin with an allowed one.',
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  triesVariants: true,
  yieldsTo: ['substring-match'],
  purpose: 'a website whose name begins like it?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const host = webHostOf(origin)
      // `localhost-lookalike` is about that one, whatever its port.
      if (host === null || host === 'localhost') return []
      return originWithHost(origin, `${host}.${FOREIGN_HOST}`) ?? []
    }),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`It only checks how the origin begins. Anyone can register such a name and ${whatItReads(allowed)}.`,
  }),
  fix: () =>
    text`Compare the whole origin with ${code('===')} or a set. In a pattern, end it with ${code('$')}.`,
})
