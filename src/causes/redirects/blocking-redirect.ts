import { redirectTarget } from '../../evidence/redirect-target.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** A redirect that blocks a fetch: from where to where. */
export interface BlockingRedirect {
  readonly entry: HarEntry
  readonly preflight: boolean
  readonly from: URL
  readonly to: URL
}

/** Returns the redirect that blocks a fetch: that of the preflight, or one without the headers; else null. */
export function blockingRedirect(verdict: Verdict): BlockingRedirect | null {
  const blocked = blockedBy(verdict)
  const target = blocked === null ? '' : redirectTarget(blocked.entry)
  if (blocked === null || target === '') return null
  const { entry, phase, allowOrigin } = blocked
  // A redirect with the header, but a wrong one, has worse troubles than that it redirects.
  if (phase === 'actual' && allowOrigin !== null) return null
  return { entry, preflight: phase === 'preflight', from: new URL(entry.request.url), to: new URL(target) }
}

/** Returns why the browser doesn't follow a redirect, with a space after it; of a preflight's, the rule says why. */
export const consequence = (preflight: boolean): string =>
  preflight ? '' : "The redirect has no CORS headers, so the browser doesn't follow it. "
