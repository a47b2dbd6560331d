import { hasBadPort } from '../../evidence/address.ts'
import { failure, url } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { refusedBeforeSending } from '../../reading/refused-before-sending.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Browsers don't connect to ports of other protocols.
 *
 * Example: an API on port 6000, which is that of X11.
 */
export default defineRootCause({
  id: 'unsafe-port',
  family: 'network',
  recognize: (verdict) => {
    const refused = refusedBeforeSending(verdict)
    // If the recording names another reason, it isn't the port.
    const unnamed = refused?.reason === null || refused?.reason === 'other' ? refused.entry : null
    const entry = namedError(verdict, netErrors.unsafePort)?.entry ?? unnamed
    if (entry === null || (!hasBadPort(entry.request.url) && entry.vendor.error === undefined)) return null
    const named = netErrors.unsafePort.test(entry.vendor.error ?? '')
    if (!named && !hasBadPort(entry.request.url)) return null
    return { entry, port: new URL(entry.request.url).port }
  },
  confidence: 'high',
  summary: ({ port }) => text`Browsers refuse to connect to port ${code(port)}.`,
  brief: ({ port }) => text`browsers refuse port ${code(port)}`,
  detail: () =>
    text`The port is reserved for another protocol; nothing was sent. Run the API on another port, such as 8080 or 3000.`,
  evidence: ({ entry }) => [url(entry), ...failure(entry)],
})
