import { get } from '../fetch/header-list.ts'
import type { HarResponse } from '../har/har-entry.ts'

/** The fraction of the time since its last change for which a response without an explicit lifetime is fresh. */
const HEURISTIC = 0.1

/**
 * Reports whether a browser uses a stored response without revalidation, `age` seconds after it arrived.
 * https://httpwg.org/specs/rfc9111.html#calculating.freshness.lifetime
 */
export function isFresh({ headers }: HarResponse, age: number): boolean {
  const control = get(headers, 'Cache-Control') ?? ''
  if (/\bno-(?:cache|store)\b/i.test(control)) return false
  const stated = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1]
  if (stated !== undefined) return age < Number(stated)
  const date = Date.parse(get(headers, 'Date') ?? '')
  const expires = get(headers, 'Expires')
  if (expires !== null) return age * 1000 < Date.parse(expires) - date
  const changed = Date.parse(get(headers, 'Last-Modified') ?? '')
  return age * 1000 < (date - changed) * HEURISTIC
}
