import { hostOf } from '../../evidence/address.ts'
import { method, status } from '../../evidence/place.ts'
import { isOkStatus } from '../../fetch/response.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { lastHop, withoutTrace } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The recording lacks the message that would show the reason.
 *
 * Example: the recording began late, a filter was on in the Network panel, the tool leaves out failed requests.
 */
export default defineRootCause({
  id: 'response-not-recorded',
  family: 'tools',
  after: ['redirect-mode-manual'],
  recognize: (verdict) => {
    // A check sends no more than it may.
    if (!verdict.exchange.recording.recordsOutcomes) return null
    const { preflight, actual } = lastHop(verdict)
    const host = hostOf(verdict.exchange.url)
    if (
      preflight !== null &&
      actual === null &&
      isUndecided(verdict) &&
      isOkStatus(preflight.response.status)
    ) {
      const dropped = !verdict.exchange.recording.recordsFailures
      return { entry: preflight, host, what: 'request', dropped } as const
    }
    const isPending = verdict.exchange.observed.outcome !== 'blocked'
    if (verdict.type === 'cannot-tell' && isPending && actual !== null && actual.response.status === 0)
      return { entry: actual, host, what: 'response', dropped: false } as const
    const entry = withoutTrace(verdict)
    const { preflightNeeded } = verdict.exchange.facts
    return entry !== null && preflightNeeded.known && preflightNeeded.value
      ? ({ entry, host, what: 'preflight', dropped: false } as const)
      : null
  },
  confidence: ({ dropped, what }) => (dropped ? 'high' : what === 'preflight' ? 'low' : 'medium'),
  summary: ({ host, what }) => {
    switch (what) {
      case 'request':
        return text`Only the preflight to ${code(host)} is in the recording, and it passed.`
      case 'response':
        return text`The recording has no response from ${code(host)}.`
      case 'preflight':
        return text`The request to ${code(host)} needs a preflight; none was recorded.`
    }
  },
  brief: ({ what }) =>
    what === 'request' ? text`only the preflight is recorded` : text`${what} not recorded`,
  detail: ({ what, dropped }) =>
    text`${
      dropped
        ? 'The tool leaves out failed requests, so the actual request failed and its response is missing.'
        : what === 'response'
          ? 'The request was still pending, or ended after the recording.'
          : 'A filter in the Network panel or a late start leaves out entries.'
    } Record again with the Network panel open from the start, without a filter, with "Preserve log".`,
  evidence: ({ entry }) => [method(entry), status(entry)],
})

const isUndecided = (verdict: Verdict): boolean =>
  (verdict.type === 'unexplained' || verdict.type === 'cannot-tell') && statusZero(verdict) === null
