import { failure, url } from '../../evidence/place.ts'
import { isOfPage, withoutTrace } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The browser took the response from its own cache, without headers that let this page read it.
 *
 * Example: an `<img>` filled the cache before the recording began; then `fetch()` requests the same URL.
 */
export default defineRootCause({
  id: 'http-cache',
  family: 'cache',
  after: ['service-worker'],
  recognize: (verdict) => {
    const entry = withoutTrace(verdict)
    if (entry === null || entry.request.method !== 'GET' || !isOfPage(verdict, entry)) return null
    return verdict.exchange.facts.preflightNeeded.known && verdict.exchange.facts.preflightNeeded.value
      ? null
      : { entry }
  },
  confidence: 'low',
  summary: () => text`The browser may have refused a response from its own cache.`,
  detail: () =>
    text`Chrome records no response for a request that its cache served and CORS then blocked. Reload with "Disable cache". If that helps, send ${code('Vary: Origin')} on every response of this URL, even to requests without ${code('Origin')}, so that the copy for an ${code('<img>')} isn't used for a fetch.`,
  evidence: ({ entry }) => [url(entry), ...failure(entry)],
})
