import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { parseUrl } from '../../parse-url.ts'
import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike } from '../lookalike-lint.ts'

/**
 * The API allows every port of the user's machine, or of another allowed host.
 *
 * Example: `/^http:\/\/localhost(:\d+)?$/`.
 */
export default defineLookalike({
  id: 'any-port-trusted',
  means: 'The API allows every port of an allowed host.',
  cwe: 'CWE-942',
  correction: 'compare-exactly',
  triesVariants: true,
  yieldsTo: [
    'prefix-match',
    'suffix-match',
    'substring-match',
    'unanchored-pattern',
    'special-character',
    'localhost-lookalike',
  ],
  purpose: 'another port of it?',
  origins: ({ origins }) =>
    origins.flatMap((origin) => {
      const parsed = parseUrl(origin)
      if (parsed === null || !/^https?:$/.test(parsed.protocol)) return []
      return [`${parsed.protocol}//${parsed.hostname}:${PORT}`]
    }),
  severity: () => 'low',
  says: (allowed) => ({
    summary: text`The API allows every port of the host: ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`Another program on ${
      isUrlOfThisMachine(allowed.origin) ? "the user's machine" : 'that host'
    } that serves pages can read this API too.`,
  }),
  fix: () => text`Compare the whole origin, with its port.`,
})

/** A port that is never allowed explicitly. */
const PORT = 54_321
