import { hostOf } from '../../evidence/address.ts'
import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * After a redirect from one foreign origin to another, the browser sends `Origin: null`.
 *
 * Example: page A calls B, B redirects to C; C gets `Origin: null` but allows A.
 */
export default defineRootCause({
  id: 'origin-tainted',
  family: 'redirects',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    const { origin } = verdict.exchange.facts
    if (blocked === null || blocked.hop === 0 || !origin.known || origin.value === 'null') return null
    if (!blocked.rule.startsWith('allow-origin') || blocked.allowOrigin === null) return null
    const { entry } = blocked
    if (blocked.allowOrigin === '*') return null
    if (get(entry.request.headers, 'Origin') !== 'null') return null
    return { entry, page: origin.value, first: hostOf(verdict.exchange.url), last: hostOf(entry.request.url) }
  },
  confidence: 'high',
  summary: ({ first, last }) =>
    text`The redirect from ${code(first)} to ${code(last)} turned ${code('Origin')} into ${code('null')}.`,
  detail: ({ first, last }) =>
    text`Browsers do that after a redirect between two foreign origins. Call ${code(last)} directly, or have ${code(first)} return the data itself.`,
  evidence: ({ entry }) => [
    ...requestHeader(entry, 'Origin'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})
