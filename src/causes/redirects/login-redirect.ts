import { shortUrl } from '../../evidence/address.ts'
import { responseHeader, status, url } from '../../evidence/place.ts'
import { redirectTarget } from '../../evidence/redirect-target.ts'
import { isLogin } from '../../knowledge/login.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The session has expired, and the server redirects the API call to the login page.
 *
 * Example: 302 to `https://login.example/oauth2/authorize?…`, which never has CORS headers.
 */
export default defineRootCause({
  id: 'login-redirect',
  family: 'redirects',
  configuration: 'comes second',
  yieldsTo: ['edge-auth'],
  recognize: (verdict) => {
    for (const entry of redirectsUpTo(verdict)) {
      const target = redirectTarget(entry)
      if (target !== '' && isLogin(new URL(target)) && !isLogin(new URL(entry.request.url)))
        return { entry, target }
    }
    return null
  },
  confidence: 'high',
  summary: ({ entry, target }) =>
    text`The server redirects (${entry.response.status}) to a login: ${code(shortUrl(target))}.`,
  detail: ({ entry }) =>
    text`${
      entry.request.method === 'OPTIONS'
        ? 'Browsers never send cookies with a preflight, so the server sees no login: let OPTIONS through before it.'
        : "A fetch can't show a login page. The user isn't logged in, or the cookie wasn't sent (credentials mode, SameSite)."
    } Have the API respond with 401 and the CORS headers, and let the page open the login itself.`,
  evidence: ({ entry }) => [url(entry), status(entry), ...responseHeader(entry, 'Location')],
})

/** The redirects up to and including the blocking one. */
function redirectsUpTo(verdict: Verdict) {
  const blocked = blockedBy(verdict)
  if (blocked === null) return []
  const before = verdict.exchange.chain.slice(0, blocked.hop).flatMap(({ actual }) => actual ?? [])
  return [...before, blocked.entry]
}
