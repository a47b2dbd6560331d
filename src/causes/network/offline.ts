import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The browser had no network, or lost it.
 *
 * Example: "Offline" is still chosen in the Network panel.
 */
export default defineRootCause({
  id: 'offline',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.offline)
    return named === null ? null : { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host }) => text`The browser was offline when it asked ${code(host)}.`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}. Check the network, and the throttling menu of the Network panel, where "Offline" may be chosen.`,
  evidence: ({ entry }) => failure(entry),
})
