import { shortUrl } from '../../evidence/address.ts'
import { failure, url } from '../../evidence/place.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A page requested a file on the user's computer.
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
  summary: ({ entry }) => text`The page requested a local file, ${code(shortUrl(entry.request.url))}.`,
  brief: () => text`local file`,
  detail: () =>
    text`Pages can't read ${code('file:')} URLs, not even pages opened from files. Serve the files over http, for example with a local development server.`,
  evidence: ({ entry }) => [url(entry), ...failure(entry)],
})
