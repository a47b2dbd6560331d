import { shortUrl } from '../../evidence/address.ts'
import { presentHeaders, status, url } from '../../evidence/place.ts'
import { headerOf } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'
import { blockingRedirect, consequence } from './blocking-redirect.ts'

/**
 * The page uses an http URL, and the server redirects all requests to https.
 *
 * Example: `fetch('http://api.example/items')`, redirected (301) to `https://api.example/items`.
 */
export default defineRootCause({
  id: 'https-redirect',
  family: 'redirects',
  recognize: (verdict) => {
    const found = blockingRedirect(verdict)
    if (found === null) return null
    const { from, to } = found
    if (from.protocol !== 'http:' || to.protocol !== 'https:') return null
    if (from.hostname !== to.hostname || from.pathname !== to.pathname) return null
    return { ...found, hsts: /^hsts$/i.test(headerOf(found.entry, 'Non-Authoritative-Reason') ?? '') }
  },
  confidence: 'high',
  summary: ({ to, hsts }) =>
    text`${hsts ? 'The browser' : 'The server'} redirects to https: ${code(shortUrl(to.href))}.`,
  detail: ({ preflight, to, hsts }) =>
    text`${consequence(preflight)}${
      hsts ? 'The browser made the redirect itself, because the host once required https (HSTS). ' : ''
    }Call ${code(`https://${to.host}`)} in the page's code.`,
  evidence: ({ entry }) => [
    url(entry),
    status(entry),
    ...presentHeaders(entry, 'Location', 'Non-Authoritative-Reason'),
  ],
})
