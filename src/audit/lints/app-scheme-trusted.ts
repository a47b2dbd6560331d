import { appOriginOf } from '../../knowledge/app-origins.ts'
import { code, text } from '../../text/text.ts'
import { alsoCredentials, defineLookalike } from '../lookalike-lint.ts'

/**
 * The API allows pages of apps and extensions that can't be distinguished.
 *
 * Example: `capacitor://localhost`, which every Capacitor app has.
 */
export default defineLookalike({
  id: 'app-scheme-trusted',
  means: 'The API allows files, or pages of any extension or app.',
  cwe: 'CWE-942',
  correction: 'remove-origin',
  purpose: 'files, extensions or apps of others?',
  origins: () => ['file://', `chrome-extension://${UNKNOWN_EXTENSION}`, 'capacitor://localhost'],
  severity: ({ credentials }) => (credentials ? 'medium' : 'low'),
  says: (allowed) => ({
    summary: text`The API allows ${code(allowed.origin)}${alsoCredentials(allowed)}.`,
    detail: text`That is the origin of ${whoseOrigin(allowed.origin)}, so it doesn't tell who sends a request.`,
  }),
  fix: ({ origin }) =>
    origin.startsWith('chrome-extension:')
      ? text`Allow the id of your own extension, or give the extension ${code('host_permissions')} for the API.`
      : text`Remove this origin, and have the app send a token that only it can have.`,
})

const whoseOrigin = (origin: string): string => {
  if (origin.startsWith('file:')) return 'every file that is opened in an old web view'
  return origin.startsWith('chrome-extension:')
    ? 'an unknown extension'
    : `every app of its kind (${appOriginOf(origin)?.of ?? 'an app'})`
}

/** An id in Chrome's format that no extension has: https://developer.chrome.com/docs/extensions/reference/manifest/key */
const UNKNOWN_EXTENSION = 'p'.repeat(32)
