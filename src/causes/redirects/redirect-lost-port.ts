import { responseHeader, status, url } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { parseUrl } from '../../parse-url.ts'
import { code, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'
import { blockingRedirect } from './blocking-redirect.ts'

/**
 * A redirect leads to the same host without the port, because the proxy passes the host name without it to the
 * application.
 *
 * Example: `http://localhost:8080/items` redirects (301) to `http://localhost/items/`, where no server listens.
 */
export default defineRootCause({
  id: 'redirect-lost-port',
  family: 'redirects',
  recognize: (verdict) => {
    const found = followed(verdict) ?? blockingRedirect(verdict)
    if (found === null) return null
    const { entry, from, to } = found
    const isLost = from.port !== '' && to.port === '' && from.protocol === to.protocol
    return isLost && from.hostname === to.hostname ? { entry, from, to } : null
  },
  confidence: 'high',
  summary: ({ from, to }) => text`The redirect loses the port: from ${code(from.host)} to ${code(to.host)}.`,
  brief: () => text`redirect loses the port`,
  detail: ({ from, to }) =>
    text`The application builds redirects from the ${code('Host')} header, and the proxy in front of it drops ${code(`:${from.port}`)}. Forward the header unchanged (nginx: ${code('proxy_set_header Host $http_host')}, not ${code('$host')}), or request ${code(to.pathname)} directly.`,
  evidence: ({ entry }) => [url(entry), status(entry), ...responseHeader(entry, 'Location')],
})

/** The last redirect that the browser followed, if its target didn't respond. */
function followed({ exchange: { chain } }: Verdict): { entry: HarEntry; from: URL; to: URL } | null {
  const [last, before] = chain.toReversed()
  const entry = before?.actual ?? null
  if (entry === null || last?.actual?.response.status !== 0) return null
  const [from, to] = [parseUrl(entry.request.url), parseUrl(last.actual.request.url)]
  return from === null || to === null ? null : { entry, from, to }
}
