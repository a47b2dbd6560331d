import { requestedHeaderNames } from '../evidence/is-preflight.ts'
import { asciiLower, extractHeaderListValues } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { blockedBy } from './blocked-by.ts'

/** The request headers that a preflight response refuses. */
export interface RefusedNames {
  readonly entry: HarEntry
  /** In lowercase; at least one. */
  readonly names: readonly string[]
}

/** Returns the request headers for which a preflight blocks a fetch, or null if the reason is another one. */
export function refusedNames(verdict: Verdict): RefusedNames | null {
  const blocked = blockedBy(verdict)
  if (blocked === null || blocked.phase !== 'preflight') return null
  if (!/^(header-not-allowed|allow-headers-wildcard-with-credentials)$/.test(blocked.rule)) return null
  const { entry } = blocked
  const allowed = extractHeaderListValues(entry.response.headers, 'Access-Control-Allow-Headers')
  const listed = new Set(Array.isArray(allowed) ? allowed.map(asciiLower) : [])
  const names = requestedHeaderNames(entry).filter((name) => !listed.has(name))
  return names.length === 0 ? null : { entry, names }
}
