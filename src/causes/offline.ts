import { code, text } from '../text/text.ts'
import { hostOf } from './address.ts'
import { defineCause } from './cause.ts'
import { netErrors } from './net-errors.ts'
import { failure } from './place.ts'
import { namedError } from './unexplained.ts'

/**
 * The browser had no network, or lost it.
 *
 * Example: "Offline" is still chosen in the Network panel.
 */
export default defineCause({
  id: 'offline',
  recognise: (verdict) => {
    const named = namedError(verdict, netErrors.offline)
    return named === null ? null : { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host }) => text`The browser was offline when it asked ${code(host)}.`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}. Check the network, and the throttling menu of the Network panel, where "Offline" may be chosen.`,
  evidence: ({ entry }) => failure(entry),
})
