import { hostOf } from '../../evidence/address.ts'
import { failure, requestHeader } from '../../evidence/place.ts'
import { isCorsSafelistedMethod } from '../../fetch/methods.ts'
import { isPotentiallyTrustworthy } from '../../knowledge/hosts.ts'
import type { Reader, Siblings } from '../../reading/siblings.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { isOfPage, pageOriginOf, withoutTrace } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { notCorsReason } from '../../verdict/not-cors-reason.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page's service worker handled the request and returned no response that the page can read.
 *
 * Example: its `fetch` failed, or it used mode "no-cors" and returned the opaque response.
 */
export default defineRootCause({
  id: 'service-worker',
  family: 'page',
  after: ['headers-rewritten', 'response-not-recorded'],
  recognize: (verdict, siblings) => {
    const zero = statusZero(verdict)
    if (zero !== null) {
      if (zero.shown !== 'service worker') return null
      return {
        entry: zero.entry,
        shown: true,
        host: hostOf(zero.entry.request.url),
        why: 'handed over',
      } as const
    }
    const entry = withoutTrace(verdict)
    if (entry === null || !isOfPage(verdict, entry) || !mayHaveWorkers(verdict)) return null
    const host = hostOf(entry.request.url)
    if (entry.vendor.viaServiceWorker) return { entry, shown: true, host, why: 'said so' } as const
    if (askedOpaquely(verdict, siblings)) return { entry, shown: true, host, why: 'opaque' } as const
    const why = isCorsSafelistedMethod(entry.request.method) ? 'nothing' : 'no preflight'
    return { entry, shown: false, host, why } as const
  },
  confidence: ({ shown, why }) =>
    why === 'opaque' ? 'medium' : shown ? 'high' : why === 'nothing' ? 'low' : 'medium',
  summary: ({ host, shown }) =>
    shown
      ? text`A service worker handled the request to ${code(host)} and failed it.`
      : text`A service worker may have handled the request to ${code(host)} and failed it.`,
  detail: ({ why }) =>
    text`${REASON[why]} It does that if its own fetch fails, or if it returns an opaque response (mode ${code('no-cors')}) for a ${code('cors')} request. Check its requests with "Service worker" selected as the target, or turn it off ("Bypass for network") and try again.`,
  evidence: ({ entry }) => [...failure(entry), ...requestHeader(entry, 'Sec-Fetch-Mode')],
})

const REASON = {
  'handed over':
    'Firefox shows the request with every header and without any sign that it went to the network, as it does for requests that a service worker takes.',
  'said so': 'The recording says that a service worker answered.',
  opaque: 'While the page waited, somebody asked the same URL with mode no-cors, as a service worker would.',
  'no preflight':
    'The method needs a preflight, none was recorded, and nothing was sent for the page: a request that a service worker takes looks like that.',
  nothing: 'Nothing was sent for the page and the recording gives no reason.',
} as const

/** Whether the page can have a service worker: it's secure or local. */
function mayHaveWorkers(verdict: Verdict): boolean {
  const page = pageOriginOf(verdict)
  return page === null || isPotentiallyTrustworthy(page)
}

/** Whether the same URL was requested with mode "no-cors" while the page waited. */
function askedOpaquely(verdict: Verdict, siblings: Siblings): boolean {
  const own = verdict.exchange.chain[0].actual
  if (own === null || own.started === null) return false
  const { started, time } = own
  return siblings
    .read(opaqueReader, verdict.exchange.url)
    .some(
      ({ entry: other }) =>
        other.started !== null && other.started >= started && other.started <= started + (time ?? 0),
    )
}

const opaqueReader: Reader = {
  shelf: ({ verdict, entry }) =>
    notCorsReason(verdict) === 'no-cors' && verdict.exchange.chain[0].actual === entry
      ? verdict.exchange.url
      : null,
  by: ({ entry }) => entry.started,
}
