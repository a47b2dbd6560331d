/** The parts of a policy that do not depend on who is allowed. */
interface Grants {
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
  /** Seconds, or null to leave `Access-Control-Max-Age` out. */
  readonly maxAge: number | null
}

/**
 * What a server promises, and to which origins; the snippets of every framework print one. `*` together with
 * credentials can't be written: it would let every website act as the user.
 */
export type CorsPolicy = Grants &
  (
    | { readonly origins: '*'; readonly credentials: false }
    | { readonly origins: readonly [string, ...string[]]; readonly credentials: boolean }
  )
