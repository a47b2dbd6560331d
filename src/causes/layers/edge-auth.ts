import { hostNameOf, hostOf } from '../../evidence/address.ts'
import { presentHeaders, status, url } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { blockedBy, headerOf } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A login at the edge of the host's network responded instead of the server.
 *
 * Example: Cloudflare Access, or Vercel's protection of preview deployments.
 */
export default defineRootCause({
  id: 'edge-auth',
  family: 'layers',
  configuration: 'comes second',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || !isEdgeAuth(blocked.entry)) return null
    const { entry, phase } = blocked
    return { entry, phase, host: hostOf(entry.request.url), sure: isCloudflareAccess(entry) }
  },
  confidence: ({ sure }) => (sure ? 'high' : 'medium'),
  summary: ({ host, entry, sure }) =>
    sure
      ? text`Cloudflare Access, in front of ${code(host)}, made this response itself (${entry.response.status}).`
      : text`A deployment protection seems to be in front of ${code(host)} (${entry.response.status}).`,
  detail: ({ sure, phase }) =>
    text`The request didn't reach the application. ${
      sure
        ? 'In the settings of the Access application, turn on "Bypass options requests to origin", or set its CORS headers there.'
        : 'Protected preview deployments require a login for every request: turn protection off for this deployment, exempt OPTIONS from it, or use the production URL.'
    }${phase === 'preflight' ? " Browsers never send cookies with a preflight, so being logged in doesn't help." : ''}`,
  evidence: ({ entry }) => [
    status(entry),
    ...presentHeaders(entry, 'Location', 'CF-Access-Domain', 'CF-Access-Aud', 'X-Vercel-Id'),
    url(entry),
  ],
})

/** Reports whether a response comes from a login at the edge. */
const isEdgeAuth = (entry: HarEntry): boolean => isCloudflareAccess(entry) || isPreview(entry)

const isCloudflareAccess = (entry: HarEntry): boolean =>
  entry.response.status >= 300 &&
  (entry.response.headers.some(({ name }) => /^cf-access-/i.test(name)) ||
    /\.cloudflareaccess\.com$/.test(hostNameOf(headerOf(entry, 'Location') ?? '')))

const isPreview = (entry: HarEntry): boolean =>
  entry.response.status === 401 && hostNameOf(entry.request.url).endsWith('.vercel.app')
