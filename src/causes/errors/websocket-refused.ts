import { hostOf } from '../../evidence/address.ts'
import { requestHeader, status } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { notCorsReason } from '../../verdict/not-cors-reason.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A server responded to a WebSocket handshake with a status other than 101.
 *
 * Example: `new WebSocket('wss://api.example/ws')` gets a 403 because the server's own list doesn't include the page's
 * origin.
 */
export default defineRootCause({
  id: 'websocket-refused',
  family: 'errors',
  recognize: (verdict) => {
    const { actual } = lastHop(verdict)
    if (verdict.type !== 'unexplained' || notCorsReason(verdict) !== 'websocket' || actual === null)
      return null
    if (actual.response.status === 0) return null
    return { entry: actual, host: hostOf(actual.request.url), origin: get(actual.request.headers, 'Origin') }
  },
  confidence: ({ entry }) => (entry.response.status === 403 ? 'high' : 'medium'),
  summary: ({ host, entry }) =>
    text`${code(host)} refused the WebSocket handshake with status ${entry.response.status}.`,
  brief: ({ entry }) => text`WebSocket refused with status ${entry.response.status}`,
  detail: ({ entry, origin }) =>
    entry.response.status === 403
      ? text`WebSockets aren't subject to CORS: the browser sends ${code('Origin')} with the handshake, and the server decides by itself. Add ${code(origin ?? 'the page’s origin')} to the origins that the WebSocket server accepts (${code('allowedOrigins')}, ${code('cors.origin')} in Socket.IO, ${code('CheckOrigin')} in Go), or to those of the proxy in front of it. CORS headers change nothing.`
      : text`WebSockets aren't subject to CORS, so CORS headers change nothing. A handshake succeeds with status 101: check the path, the login, and that every proxy in between forwards ${code('Upgrade')} and ${code('Connection')}.`,
  evidence: ({ entry }) => [status(entry), ...requestHeader(entry, 'Origin')],
})
