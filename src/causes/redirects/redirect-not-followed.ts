import { shortUrl } from '../../evidence/address.ts'
import { responseHeader, status, url } from '../../evidence/place.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'
import { blockingRedirect } from './blocking-redirect.ts'

/**
 * The server redirects to another URL, without CORS headers or already for the preflight.
 *
 * Example: `/v1/items` redirects (308) to `/v2/items`.
 */
export default defineRootCause({
  id: 'redirect-not-followed',
  family: 'redirects',
  lastResort: 'of the server',
  recognize: (verdict) => blockingRedirect(verdict),
  confidence: 'medium',
  summary: ({ from, to, entry }) => {
    if (from.hostname !== to.hostname)
      return text`The server redirects ${code(from.host)} to ${code(to.host)} (${entry.response.status}).`
    return from.pathname === to.pathname
      ? text`The server redirects ${code(from.pathname)} (${entry.response.status}) to a URL that differs only in its query or port.`
      : text`The server redirects ${code(from.pathname)} to ${code(to.pathname)} (${entry.response.status}).`
  },
  detail: ({ preflight, from, to }) =>
    text`${
      preflight
        ? "Browsers don't follow a redirect of a preflight."
        : "The redirect has no CORS headers, so the browser doesn't follow it."
    } Request ${code(shortUrl(to.href))} directly${
      from.origin === to.origin ? '' : ', which has to allow the page too'
    }, or let the server respond at the first URL. If the target is a login or an error page, check that first.`,
  evidence: ({ entry }) => [url(entry), status(entry), ...responseHeader(entry, 'Location')],
})
