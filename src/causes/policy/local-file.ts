import { shortUrl } from '../../evidence/address.ts'
import { failure, url } from '../../evidence/place.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A page asked for a file of the computer that it runs on.
 *
 * Example: `fetch('file:///etc/hostname')`, or a path that resolves to it.
 */
export default defineRootCause({
  id: 'local-file',
  family: 'policy',
  recognize: (verdict) => {
    const { actual } = lastHop(verdict)
    return verdict.type === 'unexplained' && actual !== null && /^file:/i.test(actual.request.url)
      ? { entry: actual }
      : null
  },
  confidence: 'high',
  summary: ({ entry }) => text`The page asked for a local file, ${code(shortUrl(entry.request.url))}.`,
  detail: () =>
    text`No page may read ${code('file:')} URLs, another file's page included: each file is an origin of its own. Serve the files over http, for example from a local development server.`,
  evidence: ({ entry }) => [url(entry), ...failure(entry)],
})
