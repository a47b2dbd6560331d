/** The parts of a policy apart from the origins. */
interface Grants {
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
  /** Seconds, or null to omit `Access-Control-Max-Age`. */
  readonly maxAge: number | null
}

/**
 * What a server allows, and which origins. Every generator writes one. `*` with credentials isn't representable: it would
 * let every website act as the user.
 */
export type CorsPolicy = Grants &
  (
    | { readonly origins: '*'; readonly credentials: false }
    | { readonly origins: readonly [string, ...string[]]; readonly credentials: boolean }
  )
