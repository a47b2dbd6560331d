import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page was opened as a file, so it has no origin that a server could allow.
 *
 * Example: a double-click on index.html.
 */
export default defineRootCause({
  id: 'page-from-disk',
  family: 'page',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    const file = fileOf(verdict)
    if (blocked === null || file === null || !/origin/.test(blocked.rule)) return null
    const { origin } = verdict.exchange.facts
    return origin.known && origin.value === 'null' ? { entry: blocked.entry, file } : null
  },
  confidence: 'high',
  summary: () => text`The page was opened from disk, so its origin is ${code('null')}.`,
  detail: ({ file }) =>
    text`${code(file)} sent the request. Don't allow ${code('null')}: any site can send it. Serve the page from a local server (${code('npx serve')}, ${code('python3 -m http.server')}) and allow that origin, ${code('http://localhost:3000')} for example.`,
  evidence: ({ entry }) => [
    ...requestHeader(entry, 'Origin'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})

/** Returns the local file that made the request, if the recording shows one. */
function fileOf({ exchange: { chain } }: Verdict): string | null {
  const initiator = chain[0].actual?.vendor.initiator ?? null
  const pages = [initiator?.frame?.url, initiator?.url]
  return pages.find((page) => page !== null && page !== undefined && /^file:/i.test(page)) ?? null
}
