import { shortUrl } from '../../evidence/address.ts'
import { failure, responseHeader, status } from '../../evidence/place.ts'
import { redirectTarget } from '../../evidence/redirect-target.ts'
import { isRedirectStatus } from '../../fetch/response.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { isContradicted } from '../../verdict/is-contradicted.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page's redirect mode is "error", and the server redirected.
 *
 * Example: `fetch(url, {redirect: 'error'})` for a path that now redirects.
 */
export default defineRootCause({
  id: 'redirect-mode-error',
  family: 'redirects',
  recognize: (verdict) => {
    const named = isContradicted(verdict) ? null : namedError(verdict, /^net::ERR_FAILED$/)
    if (named === null || !isRedirectStatus(named.entry.response.status)) return null
    const target = redirectTarget(named.entry)
    return target === '' ? null : { ...named, target }
  },
  confidence: 'high',
  summary: ({ entry, target }) =>
    text`The redirect (${entry.response.status}) to ${code(shortUrl(target))} was not followed.`,
  detail: () =>
    text`The redirect's CORS headers are fine, but the browser stopped there, as ${code("redirect: 'error'")} tells it to. Remove that option, or call the final URL.`,
  evidence: ({ entry }) => [status(entry), ...responseHeader(entry, 'Location'), ...failure(entry)],
})
