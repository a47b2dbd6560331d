import { shortUrl } from '../../evidence/address.ts'
import { failure, responseHeader, status } from '../../evidence/place.ts'
import {
  followsRedirect,
  refusedBeforeSending,
  refusedRedirect,
} from '../../reading/refused-before-sending.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The browser refused to load the target of a redirect.
 *
 * Example: `connect-src` allows the first host but not the one that it redirects to.
 */
export default defineRootCause({
  id: 'redirect-refused',
  family: 'redirects',
  yieldsTo: ['mixed-content', 'same-origin-mode'],
  after: ['devtools-request-blocking'],
  recognize: (verdict) => {
    const refused =
      refusedRedirect(verdict) ?? (followsRedirect(verdict) ? refusedBeforeSending(verdict) : null)
    if (refused === null || refused.reason !== null) return null
    const { chain } = verdict.exchange
    const from =
      refused.target === refused.entry.request.url ? chain[chain.length - 2]?.actual : refused.entry
    return from === null || from === undefined ? null : { ...refused, from }
  },
  confidence: 'medium',
  summary: ({ from, target }) =>
    text`The browser refused to follow the redirect (${from.response.status}) to ${code(shortUrl(target))}.`,
  detail: () =>
    text`The redirect's CORS headers are fine, but the target was never requested. Most often the page's Content-Security-Policy allows the first host, not the second (${code('connect-src')}); a request aborted at that moment looks the same. The console names the policy. Allow the target in it, or call the target directly.`,
  evidence: ({ from, entry }) => [status(from), ...responseHeader(from, 'Location'), ...failure(entry)],
})
