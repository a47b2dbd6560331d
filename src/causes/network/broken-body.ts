import { hostOf } from '../../evidence/address.ts'
import { isBrokenBody } from '../../evidence/is-broken-body.ts'
import { failure } from '../../evidence/place.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The headers arrived, but the body couldn't be read completely.
 *
 * Example: a proxy closes the connection in the middle of a chunked response: `net::ERR_INCOMPLETE_CHUNKED_ENCODING`.
 */
export default defineRootCause({
  id: 'broken-body',
  family: 'network',
  recognize: (verdict) => {
    const named = namedError(verdict, /./)
    if (named === null || named.entry.response.status === 0 || !isBrokenBody(named.error)) return null
    return { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host, entry }) =>
    text`${code(host)} sent status ${entry.response.status}, and its body broke off or couldn't be decoded.`,
  brief: ({ entry }) => text`status ${entry.response.status}, body not readable`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}: the headers arrived, but the body can't be read. ${REASONS.find(({ pattern }) => pattern.test(error))?.says ?? 'The connection ended before the body did: check the server’s log, and the timeouts and limits of every proxy in between.'}`,
  evidence: ({ entry }) => failure(entry),
})

const REASONS = [
  {
    pattern: /CHUNKED/,
    says: 'The chunks of the response are malformed or end too early: check what writes the body, and proxies that change it.',
  },
  {
    pattern: /LENGTH_MISMATCH/,
    says: '`Content-Length` isn’t the number of bytes sent: check middleware that changes the body after the length was set.',
  },
  {
    pattern: /DECODING/,
    says: '`Content-Encoding` names a compression that the body doesn’t have: check for a proxy that unpacks the body and keeps the header, or compresses twice.',
  },
] as const
