import { failure } from '../../evidence/place.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The tool that wrote the recording leaves out the headers of what the browser blocked, and every preflight.
 *
 * Example: a HAR from Playwright's `recordHar`.
 */
export default defineRootCause({
  id: 'playwright-withholds',
  family: 'tools',
  recognize: (verdict) => {
    const { recording } = verdict.exchange
    const { actual } = lastHop(verdict)
    if (verdict.type !== 'unexplained' || recording.recordsBlockedHeaders || actual === null) return null
    if (actual.response.status !== 0 || actual.vendor.error !== 'net::ERR_FAILED') return null
    return { entry: actual, creator: recording.creator }
  },
  confidence: 'high',
  summary: ({ creator }) => text`${code(creator)} records no headers of responses that the browser blocks.`,
  detail: () =>
    text`Nor does it record preflights. ${code('net::ERR_FAILED')} is what the browser writes for CORS, and the response that would say why is not in the file. Record the same page with the Network panel ("Export HAR") and read that. With ${code('page.route()')} in use, the tool also answers every preflight itself.`,
  evidence: ({ entry }) => failure(entry),
})
