import { failure } from '../../evidence/place.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The tool that wrote the recording leaves out every preflight and the headers of blocked responses.
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
  summary: ({ creator }) => text`${code(creator)} doesn't record the headers of blocked responses.`,
  brief: ({ creator }) => text`headers not recorded by ${code(creator)}`,
  detail: () =>
    text`It doesn't record preflights either. ${code('net::ERR_FAILED')} is the browser's error for CORS, but the response isn't in the file. Record the page in the Network panel ("Export HAR") instead. With ${code('page.route()')}, the tool also responds to every preflight itself.`,
  evidence: ({ entry }) => failure(entry),
})
