import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The browser waited for the network until it gave up.
 *
 * Example: `net::ERR_CONNECTION_TIMED_OUT`, because a firewall drops the packets.
 */
export default defineRootCause({
  id: 'timed-out',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.timedOut)
    return named === null ? null : { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host }) => text`${code(host)} did not answer in time.`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}. Nothing came back, so there was nothing that CORS could refuse. See whether the server is up and whether a firewall drops what is sent to it.`,
  evidence: ({ entry }) => failure(entry),
})
