import { responseHeader, status, url } from '../../evidence/place.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'
import { blockingRedirect, consequence } from './blocking-redirect.ts'

/**
 * The framework requires a slash at the end of the path, or none, and redirects accordingly.
 *
 * Example: `/items` redirects (307) to `/items/`.
 */
export default defineRootCause({
  id: 'trailing-slash-redirect',
  family: 'redirects',
  yieldsTo: ['redirect-lost-port'],
  recognize: (verdict) => {
    const found = blockingRedirect(verdict)
    if (found === null) return null
    const { from, to } = found
    const differ = from.pathname === `${to.pathname}/` || to.pathname === `${from.pathname}/`
    return differ && from.hostname === to.hostname ? found : null
  },
  confidence: 'high',
  summary: ({ from, to }) =>
    text`The server redirects ${code(from.pathname)} to ${code(to.pathname)}: only the slash differs.`,
  detail: ({ preflight, from, to }) =>
    text`${consequence(preflight)}Call ${code(to.pathname)} in the page's code, or have the server accept both.${
      from.protocol === 'https:' && to.protocol === 'http:'
        ? " The redirect also leads from https to http: the framework doesn't know that a proxy terminates TLS in front of it."
        : ''
    }`,
  evidence: ({ entry }) => [url(entry), status(entry), ...responseHeader(entry, 'Location')],
})
