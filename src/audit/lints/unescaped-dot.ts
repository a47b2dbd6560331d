import { registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * A dot in the API's pattern matches any character.
 *
 * Example: `/^https:\/\/app.example\.com$/`, which `https://appxexample.com` matches.
 */
export default defineLookalike({
  id: 'unescaped-dot',
  means: "A dot in the API's pattern of origins matches any character.",
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  triesVariants: true,
  yieldsTo: ['suffix-match', 'substring-match', 'public-suffix-trusted'],
  purpose: 'a domain with a letter for a dot?',
  origins: ({ origins }) =>
    origins.flatMap((origin) =>
      withLetterForDot(webHostOf(origin) ?? '').flatMap((host) => originWithHost(origin, host) ?? []),
    ),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`A dot in its pattern isn't escaped, so any character matches. Anyone can register this domain and ${whatItReads(allowed)}.`,
  }),
  fix: () => text`Write ${code('\\.')} for each dot of the pattern, or compare the whole origin with a list.`,
})

/** Returns the names with a letter for one dot that are in another domain, which anybody can register. */
function withLetterForDot(host: string): readonly string[] {
  const domain = registrableDomain(host)
  if (domain === null) return []
  const suffix = domain.slice(domain.indexOf('.'))
  const labels = host.split('.')
  return labels.slice(1).flatMap((_, i) => {
    const changed = `${labels.slice(0, i + 1).join('.')}x${labels.slice(i + 1).join('.')}`
    const other = registrableDomain(changed)
    const isRegistrable =
      other !== null && other !== domain && suffix.endsWith(other.slice(other.indexOf('.')))
    return isRegistrable ? [changed] : []
  })
}
