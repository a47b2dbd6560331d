import { maxAgeLimit } from '../../engines/max-age-limit.ts'
import { asciiLower, isToken } from '../../fetch/header-list.ts'
import { canBeAllowed } from '../../fetch/methods.ts'
import type { CorsPolicy } from './policy.ts'
import { isSerializedOrigin } from './serialized-origin.ts'

/** What one request needs from a server. */
export interface Needs {
  readonly origin: string
  readonly method: string
  readonly headers: readonly string[]
  readonly credentials: boolean
  readonly preflight: boolean
}

/** Chromium's limit; more has no effect in most browsers. */
const MAX_AGE = maxAgeLimit('chromium')

/**
 * Returns the policy that allows exactly one request, or null if no policy should: the origin is opaque or invalid, or a
 * name isn't a token.
 */
export function policyFor(needs: Needs): CorsPolicy | null {
  if (!isSerializedOrigin(needs.origin) || !canBeAllowed(needs.method) || !needs.headers.every(isToken))
    return null
  return {
    origins: [needs.origin],
    methods: [needs.method],
    headers: [...new Set(needs.headers.map(asciiLower))].sort(),
    exposed: [],
    credentials: needs.credentials,
    maxAge: needs.preflight ? MAX_AGE : null,
  }
}
