import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Nobody listens there, or nothing lets the browser through.
 *
 * Example: the API server is not running, or listens on another port.
 */
export default defineRootCause({
  id: 'connection-refused',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.connectionRefused)
    if (named !== null) return { ...named, host: hostOf(named.entry.request.url) }
    const zero = statusZero(verdict)
    if (zero?.shown !== 'no connection' && zero?.shown !== 'plain') return null
    return { entry: zero.entry, error: null, host: hostOf(zero.entry.request.url) }
  },
  confidence: ({ error }) => (error === null ? 'medium' : 'high'),
  summary: ({ host, error }) =>
    error === null
      ? text`${code(host)} gave no answer; the connection may have been refused.`
      : text`${code(host)} accepted no connection.`,
  detail: ({ error }) =>
    text`${
      error === null
        ? 'Firefox does not record why: refused, unreachable, a wrong name, or a permission for the local network that was not given.'
        : text`The browser reports ${code(error)}. The request never reached a server, so CORS has no part in this.`
    } See whether the server runs, listens on this port and this address, and whether a firewall lies between.`,
  evidence: ({ entry }) => failure(entry),
})
