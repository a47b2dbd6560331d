import { hostOf } from '../../evidence/address.ts'
import { presentHeaders, responseHeader, status } from '../../evidence/place.ts'
import { headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isProxyStatus } from '../../reading/contrast.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A proxy answered in the place of the application, with a page of its own.
 *
 * Example: 502 of nginx, because the application is down; 413, because the body is too large for the proxy.
 */
export default defineRootCause({
  id: 'proxy-error',
  family: 'errors',
  yieldsTo: ['waf-challenge'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || !isProxyStatus(blocked.status)) return null
    const { entry } = blocked
    return {
      entry,
      server: headerOf(entry, 'Server'),
      host: hostOf(entry.request.url),
      status: blocked.status,
    }
  },
  confidence: ({ status }) => (status === 503 ? 'medium' : 'high'),
  summary: ({ host, server, status }) =>
    text`${server === null ? 'A proxy' : code(server)} answered ${status} for ${code(host)}, without CORS headers.`,
  detail: ({ status }) =>
    text`${WHY[status] ?? WHY[503] ?? ''} That is what is to be mended. Where the CORS headers come from the application, an answer that it did not give has none; where the proxy adds them, it should add them to its own error pages too, so that the page can at least read the status.`,
  evidence: ({ entry }) => [
    status(entry),
    ...presentHeaders(entry, 'Server', 'Content-Type', 'Retry-After'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})

const WHY: Readonly<Record<number, string>> = {
  413: 'The request body is larger than the proxy takes (nginx: client_max_body_size, 1 MB unless set).',
  502: 'The proxy got no valid response from the application: it is down, crashed on this request, or listens elsewhere.',
  503: 'The proxy has no application to send the request to: it is starting, overloaded, or switched off.',
  504: 'The application took longer than the proxy waits.',
}
