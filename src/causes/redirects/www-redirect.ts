import { responseHeader, status, url } from '../../evidence/place.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'
import { blockingRedirect, consequence } from './blocking-redirect.ts'

/**
 * The server redirects all requests to its canonical host name.
 *
 * Example: `https://example.com/api` redirects (301) to `https://www.example.com/api`.
 */
export default defineRootCause({
  id: 'www-redirect',
  family: 'redirects',
  recognize: (verdict) => {
    const found = blockingRedirect(verdict)
    if (found === null || found.from.hostname === found.to.hostname) return null
    if (withoutSlash(found.from.pathname) !== withoutSlash(found.to.pathname)) return null
    const www = withoutWww(found.from.hostname) === withoutWww(found.to.hostname)
    // For the root path, equal paths prove nothing.
    return www || found.from.pathname.length > 1 ? { ...found, www } : null
  },
  confidence: ({ www }) => (www ? 'high' : 'medium'),
  summary: ({ from, to }) => text`The server redirects ${code(from.host)} to ${code(to.host)}.`,
  detail: ({ preflight, to }) =>
    text`${consequence(preflight)}Call ${code(to.origin)} in the page's code; it has to allow the page too.`,
  evidence: ({ entry }) => [url(entry), status(entry), ...responseHeader(entry, 'Location')],
})

const withoutWww = (host: string): string => host.replace(/^www\./, '')
const withoutSlash = (path: string): string => path.replace(/\/$/, '')
