import { redirectTarget } from '../../evidence/redirect-target.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** A redirect that blocks a fetch: its URL and its target. */
export interface BlockingRedirect {
  readonly entry: HarEntry
  readonly preflight: boolean
  readonly from: URL
  readonly to: URL
}

/** Returns the redirect that blocks a fetch: one of the preflight, or one without the headers; null if there is none. */
export function blockingRedirect(verdict: Verdict): BlockingRedirect | null {
  const blocked = blockedBy(verdict)
  const target = blocked === null ? '' : redirectTarget(blocked.entry)
  if (blocked === null || target === '') return null
  const { entry, phase, allowOrigin } = blocked
  // If the header is present but wrong, that's the problem, not the redirect.
  if (phase === 'actual' && allowOrigin !== null) return null
  return { entry, preflight: phase === 'preflight', from: new URL(entry.request.url), to: new URL(target) }
}

/**
 * Returns why the browser doesn't follow a redirect, with a space at the end; '' for a preflight, where the rule says
 * why.
 */
export const consequence = (preflight: boolean): string =>
  preflight ? '' : "The redirect has no CORS headers, so the browser doesn't follow it. "
