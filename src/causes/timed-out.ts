import { code, text } from '../text/text.ts'
import { hostOf } from './address.ts'
import { defineCause } from './cause.ts'
import { netErrors } from './net-errors.ts'
import { failure } from './place.ts'
import { namedError } from './unexplained.ts'

/**
 * The browser waited for the network until it gave up.
 *
 * Example: `net::ERR_CONNECTION_TIMED_OUT`, because a firewall drops the packets.
 */
export default defineCause({
  id: 'timed-out',
  recognise: (verdict) => {
    const named = namedError(verdict, netErrors.timedOut)
    return named === null ? null : { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host }) => text`${code(host)} did not answer in time.`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}. Nothing came back, so there was nothing that CORS could refuse. See whether the server is up and whether a firewall drops what is sent to it.`,
  evidence: ({ entry }) => failure(entry),
})
