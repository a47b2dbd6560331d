import { hostOf } from '../../evidence/address.ts'
import { mayBeWithheldForWorker } from '../../evidence/may-be-withheld-for-worker.ts'
import { failure } from '../../evidence/place.ts'
import { isOfPage, lastHop, withoutTrace } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A worker made the request, and Chrome doesn't record response headers of blocked requests of workers.
 *
 * Example: `fetch()` inside `new Worker(...)` to an API without CORS headers.
 */
export default defineRootCause({
  id: 'dedicated-worker',
  family: 'page',
  after: ['headers-rewritten'],
  recognize: (verdict) => {
    const { actual } = lastHop(verdict)
    if (verdict.type === 'cannot-tell' && actual !== null && mayBeWithheldForWorker(verdict.exchange))
      return { entry: actual, host: hostOf(actual.request.url) }
    const entry = withoutTrace(verdict)
    if (entry === null || verdict.exchange.recording.browser !== 'chromium') return null
    if (isOfPage(verdict, entry)) return null
    return { entry, host: hostOf(entry.request.url) }
  },
  confidence: 'medium',
  summary: ({ host }) => text`A worker of the page may have sent the request to ${code(host)}.`,
  detail: () =>
    text`The entry lacks what Chrome records for requests from the page, and Chrome omits responses it blocks for a worker. To see the response, send the same request from the page, outside the worker.`,
  evidence: ({ entry }) => failure(entry),
})
