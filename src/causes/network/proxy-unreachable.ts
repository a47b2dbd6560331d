import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The browser's own proxy stands in the way.
 *
 * Example: `net::ERR_PROXY_CONNECTION_FAILED`, because a debugging proxy was closed and the setting stayed.
 */
export default defineRootCause({
  id: 'proxy-unreachable',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.proxy)
    return named === null ? null : { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: 'high',
  summary: ({ host }) => text`The browser's proxy gave no way to ${code(host)}.`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}. The API was not reached. Look at the proxy settings of the browser and of the system, and whether the proxy runs.`,
  evidence: ({ entry }) => failure(entry),
})
