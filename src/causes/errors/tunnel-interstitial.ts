import { hostNameOf, hostOf } from '../../evidence/address.ts'
import { presentHeaders, status, url } from '../../evidence/place.ts'
import { headerOf, isHtml, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A development tunnel responded with its own page.
 *
 * Example: ngrok's warning before the first visit, or its error page because the local server is down.
 */
export default defineRootCause({
  id: 'tunnel-interstitial',
  family: 'errors',
  configuration: 'comes second',
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null) return null
    const { entry } = blocked
    const error = headerOf(entry, 'ngrok-error-code')
    const host = hostOf(entry.request.url)
    if (error === null && !(isHtml(entry) && TUNNELS.test(hostNameOf(entry.request.url)))) return null
    return { entry, error, host }
  },
  confidence: ({ error }) => (error === null ? 'medium' : 'high'),
  summary: ({ host, error }) =>
    text`The tunnel at ${code(host)} responded itself${error === null ? ', with an HTML page' : text` (${code(error)})`}.`,
  detail: () =>
    text`The response isn't from the local server behind the tunnel. Free tunnels show browsers a warning page first: send the request header that skips it (${code('ngrok-skip-browser-warning')}, ${code('Bypass-Tunnel-Reminder')}) and let the API allow that header, or open the URL once in a tab. If it's an error page, check that the local server runs.`,
  evidence: ({ entry }) => [
    ...presentHeaders(entry, 'ngrok-error-code', 'Content-Type'),
    status(entry),
    url(entry),
  ],
})

const TUNNELS = /(^|\.)(ngrok(-free)?\.(io|app|dev)|loca\.lt|devtunnels\.ms|trycloudflare\.com)$/
