import { hostOf } from '../../evidence/address.ts'
import { failure, method } from '../../evidence/place.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Chrome only sends a stream as request body over HTTP/2 or HTTP/3.
 *
 * Example: `fetch(url, {method: 'POST', body: stream, duplex: 'half'})` to a server that speaks HTTP/1.1.
 */
export default defineRootCause({
  id: 'streaming-upload-needs-http2',
  family: 'network',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.streamingUpload)
    if (named === null || ['GET', 'HEAD', 'OPTIONS'].includes(named.entry.request.method)) return null
    return { ...named, host: hostOf(named.entry.request.url) }
  },
  confidence: ({ error }) => (error.endsWith('REQUIRED') ? 'high' : 'medium'),
  summary: ({ host }) => text`The request needs HTTP/2, but ${code(host)} doesn't offer it.`,
  brief: () => text`needs HTTP/2`,
  detail: ({ error }) =>
    text`The browser reports ${code(error)}. Chrome sends streamed request bodies only over HTTP/2 or HTTP/3. Turn on HTTP/2 on the server, or send a string, a Blob or a buffer.`,
  evidence: ({ entry }) => [...failure(entry), method(entry)],
})
