import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The server was reached, and no usable response came back.
 *
 * Example: the process crashes on the request and the connection closes: `net::ERR_EMPTY_RESPONSE`.
 */
export default defineRootCause({
  id: 'connection-lost',
  recognize: (verdict) => {
    const found = namedError(verdict, netErrors.connectionLost) ?? unanswered(verdict)
    if (found === null) return null
    const { entry, error } = found
    const { method, url } = entry.request
    return { entry, error, method, host: hostOf(url), preflight: method === 'OPTIONS' }
  },
  confidence: ({ error }) => (error === null ? 'medium' : 'high'),
  summary: ({ host, method, error }) =>
    error === null
      ? text`${code(host)} was reached, and ${code(method)} got no valid response.`
      : text`${code(host)} ended the connection without a response to ${code(method)}.`,
  detail: ({ error, preflight }) =>
    text`${
      error === null
        ? 'Firefox shows a connection and no response; it shows a request that the page aborted in the same way.'
        : text`The browser reports ${code(error)}, a failure of the connection, not of CORS.`
    } Look into the server's own log for this request${
      preflight ? ': some servers and proxies drop a connection on OPTIONS' : ''
    }. A crash, a body that a proxy finds too large, and a protocol mix-up look like this.`,
  evidence: ({ entry }) => failure(entry),
})

function unanswered(verdict: Parameters<typeof statusZero>[0]) {
  const zero = statusZero(verdict)
  return zero?.shown === 'no answer' ? { entry: zero.entry, error: null } : null
}
