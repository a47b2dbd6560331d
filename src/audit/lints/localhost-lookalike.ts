import { code, text } from '../../text/text.ts'
import { FOREIGN_HOST } from '../foreign-host.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'

/**
 * The API treats every host that begins with "localhost" as the user's own machine.
 *
 * Example: `origin.startsWith('http://localhost')`.
 */
export default defineLookalike({
  id: 'localhost-lookalike',
  means: "The API treats every host that begins with `localhost` as the user's own machine.",
  cwe: 'CWE-346',
  correction: 'compare-exactly',
  purpose: 'a website whose name begins with localhost?',
  origins: () => [`http://localhost.${FOREIGN_HOST}`],
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`It only checks that the origin begins with ${code('http://localhost')}. Anyone can have such a host and ${whatItReads(allowed)}.`,
  }),
  fix: () => text`Compare the whole origin, with its port, and only while developing.`,
})
