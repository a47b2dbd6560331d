import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { isOfPage, withoutTrace } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A worker asked, and Chrome records no response headers of what it blocks for a worker.
 *
 * Example: `fetch()` inside `new Worker(...)` to an API without CORS headers.
 */
export default defineRootCause({
  id: 'dedicated-worker',
  family: 'page',
  after: ['headers-rewritten'],
  recognize: (verdict) => {
    const entry = withoutTrace(verdict)
    if (entry === null || verdict.exchange.recording.browser !== 'chromium') return null
    if (isOfPage(verdict, entry)) return null
    return { entry, host: hostOf(entry.request.url) }
  },
  confidence: 'medium',
  summary: ({ host }) => text`A worker of the page may have sent the request to ${code(host)}.`,
  detail: () =>
    text`The request shows none of the ${code('Sec-CH-UA')} headers that a page's own requests have, and Chrome leaves out the response headers of what it blocks for a worker. The response may well lack a CORS header: make the same request from the page, outside the worker, and look again.`,
  evidence: ({ entry }) => failure(entry),
})
