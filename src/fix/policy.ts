import { asciiLower, isToken } from '../fetch/header-list.ts'

/**
 * What a server promises to which origins; the snippets of every framework print one. `*` together with
 * credentials cannot come about: only {@link merge} and {@link policyFor} make policies.
 */
export interface CorsPolicy {
  readonly origins: '*' | readonly string[]
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
  readonly credentials: boolean
  /** Seconds, or null to leave `Access-Control-Max-Age` out. */
  readonly maxAge: number | null
}

/** What one request needs of a server. */
export interface Needs {
  readonly origin: string
  readonly method: string
  readonly headers: readonly string[]
  readonly credentials: boolean
  readonly preflight: boolean
}

/** Chromium's limit: more has no effect in most browsers. Safari cuts at 600, Firefox at 86400. */
const MAX_AGE = 7200

/**
 * Returns the policy that allows exactly one request, or null where no policy should: the origin is opaque or no
 * origin at all, or a name is not a token.
 */
export function policyFor(needs: Needs): CorsPolicy | null {
  if (!isSerializedOrigin(needs.origin) || !isToken(needs.method) || !needs.headers.every(isToken))
    return null
  return {
    origins: [needs.origin],
    methods: [needs.method],
    headers: sorted(needs.headers.map(asciiLower)),
    exposed: [],
    credentials: needs.credentials,
    maxAge: needs.preflight ? MAX_AGE : null,
  }
}

/** Returns the least policy that allows all that any of the given ones allows. */
export function merge(policies: readonly [CorsPolicy, ...CorsPolicy[]]): CorsPolicy {
  const all = <T>(read: (policy: CorsPolicy) => readonly T[]): readonly T[] => sorted(policies.flatMap(read))
  const credentials = policies.some((policy) => policy.credentials)
  const named = all(({ origins }) => (origins === '*' ? [] : origins))
  const anyone = policies.some(({ origins }) => origins === '*')
  return {
    origins: anyone && !credentials ? '*' : named,
    methods: all(({ methods }) => methods),
    headers: all(({ headers }) => headers),
    exposed: all(({ exposed }) => exposed),
    credentials,
    maxAge: policies.reduce<number | null>((age, policy) => larger(age, policy.maxAge), null),
  }
}

/**
 * Returns whether a value is an http(s) origin as browsers serialize it: nothing but scheme, host and a port that
 * is not the default. The URL parser alone is no validator, so its answer must be the value itself; and Node's keeps
 * a `*` in hosts, which no browser does and some servers would expand.
 */
export const isSerializedOrigin = (value: string): boolean =>
  /^https?:\/\/[^\s/?#@\\*]+$/.test(value) && URL.canParse(value) && new URL(value).origin === value

const sorted = <T>(values: readonly T[]): readonly T[] => [...new Set(values)].sort()

const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b)
