import { asciiLower, type HeaderList } from '../../fetch/header-list.ts'
import { isCorsSafelistedMethod } from '../../fetch/methods.ts'
import type { CorsPolicy } from './policy.ts'

/** The headers that a policy comes to. */
export type PolicyHeaderName =
  | 'Access-Control-Allow-Origin'
  | 'Access-Control-Allow-Credentials'
  | 'Access-Control-Allow-Methods'
  | 'Access-Control-Allow-Headers'
  | 'Access-Control-Max-Age'
  | 'Access-Control-Expose-Headers'

/** A header that every allowed origin gets with the same value. */
export interface FixedHeader {
  readonly name: PolicyHeaderName
  readonly value: string
}

/** A header whose value may be null: the request's own origin, once that was found in the list. */
export interface PolicyHeader {
  readonly name: PolicyHeaderName
  readonly value: string | null
}

/** What a policy means for a response. An empty list and an absent age are left out. */
export interface CompiledPolicy {
  /** Of every response, whoever asks: else a cache hands one origin's answer to another. */
  readonly toAnyone: HeaderList
  /** Of every response to an allowed origin, errors included. */
  readonly onEveryResponse: readonly PolicyHeader[]
  /** Of the answer to its preflight. */
  readonly onPreflight: readonly FixedHeader[]
  /** Of what is no preflight. */
  readonly onActual: readonly FixedHeader[]
  /**
   * Whether a request that it allows depends on the answer to a preflight. If none does, nothing that is on that
   * answer alone decides anything.
   */
  readonly decidesByPreflight: boolean
}

/** Returns what a policy means, worked out once for everything that keeps, writes or shows it. */
export function compilePolicy(policy: CorsPolicy): CompiledPolicy {
  const found = compiled.get(policy) ?? compile(policy)
  compiled.set(policy, found)
  return found
}

const compiled = new WeakMap<CorsPolicy, CompiledPolicy>()

function compile(policy: CorsPolicy): CompiledPolicy {
  const { origins, methods, headers, exposed, credentials, maxAge } = policy
  const list = (name: FixedHeader['name'], values: readonly string[]): readonly FixedHeader[] =>
    values.length === 0 ? [] : [{ name, value: values.join(', ') }]
  return {
    toAnyone: origins === '*' ? [] : [{ name: 'Vary', value: 'Origin' }],
    onEveryResponse: [
      { name: 'Access-Control-Allow-Origin', value: origins === '*' ? '*' : null },
      ...list('Access-Control-Allow-Credentials', credentials ? ['true'] : []),
    ],
    onPreflight: [
      ...list('Access-Control-Allow-Methods', methods),
      ...list('Access-Control-Allow-Headers', headers.map(asciiLower)),
      ...list('Access-Control-Max-Age', maxAge === null ? [] : [String(maxAge)]),
    ],
    onActual: list('Access-Control-Expose-Headers', exposed),
    decidesByPreflight:
      headers.length > 0 || maxAge !== null || !methods.every((method) => isCorsSafelistedMethod(method)),
  }
}
