import { redirectTarget } from '../evidence/redirect-target.ts'
import { originOf } from '../fetch/origin.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isPotentiallyTrustworthy } from '../knowledge/hosts.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { statusZero } from './status-zero.ts'
import { lastHop, namedError, pageOriginOf } from './unexplained.ts'

/** A request that the browser refused before it sent anything. */
export interface Refused {
  readonly entry: HarEntry
  /** The URL of the refused request: the entry's, or the target of its redirect. */
  readonly target: string
  /** The reason if the recording has one ("csp", "mixed-content": Playwright), else null. */
  readonly reason: string | null
}

/**
 * Returns the refused request of an unexplained fetch. Chrome records an empty error for it, Playwright a word, and
 * Firefox an entry that was never sent. If a redirect isn't followed, its target is the refused request.
 */
export function refusedBeforeSending(verdict: Verdict): Refused | null {
  const redirect = refusedRedirect(verdict)
  if (redirect !== null) return redirect
  const named = namedError(verdict, /^(|csp|mixed-content|origin|other|inspector)$/)
  if (named !== null && named.entry.response.status === 0) {
    const { entry, error } = named
    return { entry, target: entry.request.url, reason: error === '' ? null : error }
  }
  const zero = statusZero(verdict)
  if (zero?.shown !== 'never sent') return null
  return { entry: zero.entry, target: zero.entry.request.url, reason: null }
}

/** Returns the redirect that an unexplained fetch ended with, if the browser refused to follow it. */
export function refusedRedirect(verdict: Verdict): Refused | null {
  const named = namedError(verdict, /^$|ERR_ABORTED/)
  if (named === null || !isRedirectStatus(named.entry.response.status)) return null
  const target = redirectTarget(named.entry)
  return target === '' ? null : { entry: named.entry, target, reason: null }
}

/** Whether a refused request is mixed content: a secure page requests an http URL that isn't on the loopback device. */
export const isMixedContent = (verdict: Verdict, { target }: Refused): boolean =>
  /^https:/.test(pageOriginOf(verdict) ?? '') && /^http:/i.test(target) && !isPotentiallyTrustworthy(target)

/** Whether a refused request's mode was "same-origin", if the recording shows it. */
export function isSameOriginMode(verdict: Verdict, { entry, target, reason }: Refused): boolean {
  if (reason !== null) return reason === 'origin'
  const { mode, origin } = verdict.exchange.facts
  if (mode.known && mode.value === 'same-origin') return true
  // Firefox adds an Origin to every "cors" GET that it creates, even to refused ones.
  const { request, vendor } = entry
  const shown = request.headers.some(({ name }) => /^origin$/i.test(name))
  const single = verdict.exchange.chain.length === 1 && request.method === 'GET'
  return vendor.noTimings && single && !shown && (!origin.known || origin.value !== originOf(target))
}

/** Reports whether a fetch was redirected to a target that was never requested. */
export const followsRedirect = (verdict: Verdict): boolean =>
  verdict.exchange.chain.length > 1 && lastHop(verdict).actual?.response.status === 0
