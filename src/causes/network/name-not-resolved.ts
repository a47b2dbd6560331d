import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The host has no address, as far as this browser could find out.
 *
 * Example: `net::ERR_NAME_NOT_RESOLVED` for `https://api.exmaple.com/`.
 */
export default defineRootCause({
  id: 'name-not-resolved',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.nameNotResolved)
    if (named !== null) return { ...named, host: hostOf(named.entry.request.url) }
    const zero = statusZero(verdict)
    if (zero?.shown !== 'no connection') return null
    return { entry: zero.entry, error: null, host: hostOf(zero.entry.request.url) }
  },
  confidence: ({ error }) => (error === null ? 'medium' : 'high'),
  summary: ({ host, error }) =>
    error === null
      ? text`No connection to ${code(host)}: its name may have no address.`
      : text`The name ${code(host)} could not be resolved.`,
  detail: ({ error }) =>
    text`${
      error === null
        ? 'Firefox does not record whether the name was not found or the connection was refused.'
        : text`The browser reports ${code(error)}: it found no address and sent nothing, so no header of the server has a part in this.`
    } Check the spelling of the host, the DNS entry, and whether a VPN or a hosts file should know it.`,
  evidence: ({ entry }) => failure(entry),
})
