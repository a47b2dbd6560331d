import { hostOf } from '../../evidence/address.ts'
import { failure } from '../../evidence/place.ts'
import { isRedirectStatus } from '../../fetch/response.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { statusZero } from '../../reading/status-zero.ts'
import { lastHop, type NamedError, namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page canceled the request, or was closed.
 *
 * Example: `controller.abort()`, an XMLHttpRequest's `timeout`, a navigation.
 */
export default defineRootCause({
  id: 'aborted',
  family: 'page',
  recognize: (verdict) => {
    const found = byPage(verdict) ?? unanswered(verdict)
    if (found === null) return null
    const { resourceType } = lastHop(verdict).actual?.vendor ?? found.entry.vendor
    return { ...found, xhr: resourceType === 'xhr', host: hostOf(found.entry.request.url) }
  },
  confidence: ({ error }) => (error === null ? 'low' : 'high'),
  summary: ({ host, error }) =>
    error === null
      ? text`The page may have aborted the request to ${code(host)}.`
      : text`The request to ${code(host)} was aborted before a response arrived.`,
  brief: () => text`aborted`,
  detail: ({ error, xhr }) =>
    text`${error === null ? 'In Firefox, an aborted request looks like a lost connection.' : text`The browser reports ${code(error)}.`} ${
      xhr
        ? text`The ${code('timeout')} of the XMLHttpRequest`
        : text`An ${code('AbortSignal')} or its timeout`
    }, a navigation or an unmounted component ends a request like this. The server's CORS headers aren't the reason.`,
  evidence: ({ entry }) => failure(entry),
})

/** With a redirect status, it was the browser that didn't continue. */
function byPage(verdict: Verdict): NamedError | null {
  const named = namedError(verdict, netErrors.aborted)
  const { chain } = verdict.exchange
  const before = chain[chain.length - 2]?.actual?.response.status ?? 0
  const status = named?.entry.response.status ?? 0
  return isRedirectStatus(status) || isRedirectStatus(before) ? null : named
}

function unanswered(verdict: Verdict) {
  const zero = statusZero(verdict)
  return zero?.shown === 'no answer' ? { entry: zero.entry, error: null } : null
}
