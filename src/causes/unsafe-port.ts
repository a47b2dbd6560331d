import { code, text } from '../text/text.ts'
import { hasBadPort } from './address.ts'
import { defineCause } from './cause.ts'
import { netErrors } from './net-errors.ts'
import { failure, url } from './place.ts'
import { refusedBeforeSending } from './refused-before-sending.ts'
import { namedError } from './unexplained.ts'

/**
 * Browsers do not connect to ports of other protocols.
 *
 * Example: an API on port 6000, which is that of X11.
 */
export default defineCause({
  id: 'unsafe-port',
  recognise: (verdict) => {
    const entry =
      namedError(verdict, netErrors.unsafePort)?.entry ?? refusedBeforeSending(verdict)?.entry ?? null
    if (entry === null || (!hasBadPort(entry.request.url) && entry.vendor.error === undefined)) return null
    const named = netErrors.unsafePort.test(entry.vendor.error ?? '')
    if (!named && !hasBadPort(entry.request.url)) return null
    return { entry, port: new URL(entry.request.url).port }
  },
  confidence: 'high',
  summary: ({ port }) => text`Browsers refuse to connect to port ${code(port)}.`,
  detail: () =>
    text`The port belongs to another protocol, and a page must not be able to talk to that; nothing was sent. Let the API listen on another port, such as 8080 or 3000.`,
  evidence: ({ entry }) => [url(entry), ...failure(entry)],
})
