import { SHARED_HOSTS } from '../../knowledge/shared-hosts.ts'
import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike, whatItReads } from '../lookalike-lint.ts'

/**
 * The API allows a service that runs anybody's code.
 *
 * Example: `https://cdpn.io` in the list of origins, for a demo in CodePen.
 */
export default defineLookalike({
  id: 'shared-host-trusted',
  means: "The API allows a service that runs anybody's code, such as CodePen.",
  cwe: 'CWE-942',
  correction: 'remove-origin',
  purpose: "a service that runs anybody's code?",
  origins: () => SHARED_HOSTS.map(({ origin }) => origin),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`Anyone can publish a page on ${titleOf(allowed.origin)} and ${whatItReads(allowed)}.`,
  }),
  fix: () => text`Remove this origin. Give demos a separate API without user data.`,
})

const titleOf = (origin: string): string =>
  SHARED_HOSTS.find((host) => host.origin === origin)?.title ?? 'this service'
