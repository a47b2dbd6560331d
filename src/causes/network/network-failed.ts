import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { isOtherNetError } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The browser reports a network error without a specific cause here.
 *
 * Example: `net::ERR_INSUFFICIENT_RESOURCES`.
 */
export default defineRootCause({
  id: 'network-failed',
  family: 'network',
  recognize: (verdict) => {
    const named = namedError(verdict, /./)
    if (named === null || !isOtherNetError(named.error)) return null
    return { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ error, host }) => text`The request to ${code(host)} failed with ${code(error)}.`,
  brief: ({ error }) => text`failed with ${code(error)}`,
  detail: ({ error }) =>
    text`${code(error)} isn't a CORS error: for those, Chrome reports ${code('net::ERR_FAILED')}. Look up this name to see what to do.`,
  evidence: ({ entry }) => failure(entry),
})
