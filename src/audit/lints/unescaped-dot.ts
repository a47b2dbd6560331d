import { registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'
import { originWithHost, webHostOf } from '../origin-with-host.ts'

/**
 * A dot in the API's pattern stands for any character.
 *
 * Example: `/^https:\/\/app.example\.com$/`, which `https://appxexample.com` matches.
 */
export default defineLookalike({
  id: 'unescaped-dot',
  means: "A dot in the API's pattern of origins stands for any character.",
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  triesVariants: true,
  yieldsTo: ['suffix-match', 'substring-match', 'public-suffix-trusted'],
  purpose: 'a domain with a letter for a dot?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const changed = withLetterForDot(webHostOf(origin) ?? '')
      return changed === null ? [] : (originWithHost(origin, changed) ?? [])
    }),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`A dot in its pattern isn't escaped, so any character matches. Anyone can register this domain and ${whatItReads(allowed)}.`,
  }),
  fix: () => text`Write ${code('\\.')} for each dot of the pattern, or compare the whole origin with a list.`,
})

/** Returns the name with a letter for the last dot that makes another domain of it: one that anybody can register. */
function withLetterForDot(host: string): string | null {
  const domain = registrableDomain(host)
  if (domain === null) return null
  for (let dot = host.lastIndexOf('.'); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
    const changed = `${host.slice(0, dot)}x${host.slice(dot + 1)}`
    const other = registrableDomain(changed)
    const suffix = domain.slice(domain.indexOf('.'))
    if (other !== null && other !== domain && suffix.endsWith(other.slice(other.indexOf('.')))) return changed
  }
  return null
}
