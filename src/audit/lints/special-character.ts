import { registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { FOREIGN_HOST } from '../foreign-host.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'
import { webHostOf } from '../origin-with-host.ts'

/**
 * A character that patterns don't expect in a host name ends the allowed one.
 *
 * Example: `/^https:\/\/app\.example\.com([^.\w]|$)/`, which `` https://app.example.com`.evil.example `` matches.
 */
export default defineLookalike({
  id: 'special-character',
  means: 'A special character after an allowed name hides the rest of a foreign one.',
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  triesVariants: true,
  yieldsTo: ['prefix-match', 'substring-match'],
  purpose: 'a special character after its name?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const host = webHostOf(origin)
      if (host === null || registrableDomain(host) === null) return []
      const scheme = origin.slice(0, origin.indexOf('://'))
      const port = /:\d+$/.exec(origin)?.[0] ?? ''
      return CHARACTERS.map((character) => `${scheme}://${host}${character}.${FOREIGN_HOST}${port}`)
    }),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`Its check ends at the special character. Browsers accept such names below a domain that anyone can register, which can then ${whatItReads(allowed)}.`,
  }),
  fix: () => text`Compare the whole origin with a list. In a pattern, end it with ${code('$')}.`,
})

/**
 * One character of each class that patterns treat alike, of those that some browser accepts in a host name: `_` and `-` in all,
 * `+` and `$` in Firefox and Safari, a backtick and `!` in Safari. https://portswigger.net/web-security/ssrf/url-validation-bypass-cheat-sheet
 */
const CHARACTERS = ['_', '-', '$', '!', '`'] as const
