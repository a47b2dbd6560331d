import { presentHeaders, requestHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A web document with an opaque origin: a sandboxed frame, a data: URL.
 *
 * Example: `<iframe sandbox="allow-scripts" src="https://app.example/widget">`.
 */
export default defineRootCause({
  id: 'sandboxed-frame',
  family: 'page',
  yieldsTo: ['page-from-disk'],
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    const { origin } = verdict.exchange.facts
    if (blocked === null || blocked.hop > 0 || !/origin/.test(blocked.rule)) return null
    if (!origin.known || origin.value !== 'null') return null
    return { entry: blocked.entry, page: pageBehind(verdict) }
  },
  confidence: ({ page }) => (page === null ? 'low' : 'medium'),
  summary: ({ page }) =>
    page === null
      ? text`The document has the origin ${code('null')}: a sandboxed frame, a data: URL or a local file.`
      : text`A document of ${code(page)} has the origin ${code('null')}: its frame is sandboxed.`,
  detail: () =>
    text`Don't allow this origin: any site can make such a document. Add ${code('allow-same-origin')} if you control the frame's content, or have the page around it send the request and pass the response in.`,
  evidence: ({ entry }) => [
    ...requestHeader(entry, 'Origin'),
    ...presentHeaders(entry, 'Access-Control-Allow-Origin'),
  ],
})

/** The page, which the recording still shows in the Referer or in the stack. */
function pageBehind({ exchange: { chain } }: Verdict): string | null {
  const entry = chain[0].actual ?? chain[0].preflight
  if (entry === null) return null
  const pages = [get(entry.request.headers, 'Referer'), entry.vendor.initiator?.frame?.url ?? null]
  return pages.map((page) => originOf(page ?? '')).find((one) => one !== 'null') ?? null
}
