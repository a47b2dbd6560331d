import { asciiLower, type HeaderList } from '../../fetch/header-list.ts'
import { isCorsSafelistedMethod } from '../../fetch/methods.ts'
import type { CorsPolicy } from './policy.ts'

/** The headers of a policy. */
export type PolicyHeaderName =
  | 'Access-Control-Allow-Origin'
  | 'Access-Control-Allow-Credentials'
  | 'Access-Control-Allow-Methods'
  | 'Access-Control-Allow-Headers'
  | 'Access-Control-Max-Age'
  | 'Access-Control-Expose-Headers'

/** A header with the same value for every allowed origin. */
export interface FixedHeader {
  readonly name: PolicyHeaderName
  readonly value: string
}

/** A header whose value may be null: the request's origin, after it was found in the list. */
export interface PolicyHeader {
  readonly name: PolicyHeaderName
  readonly value: string | null
}

/** The headers of responses for a policy. An empty list and a missing max age are left out. */
export interface CompiledPolicy {
  /** On every response, whatever the origin; otherwise a cache may return one origin's response to another. */
  readonly toAnyone: HeaderList
  /** On every response to an allowed origin, including errors. */
  readonly onEveryResponse: readonly PolicyHeader[]
  /** On its preflight responses. */
  readonly onPreflight: readonly FixedHeader[]
  /** On all other responses. */
  readonly onActual: readonly FixedHeader[]
  /**
   * Whether an allowed request may need a preflight. If none does, headers that are only on preflight responses have no
   * effect.
   */
  readonly decidesByPreflight: boolean
}

/** Returns the headers of a policy, for everything that applies, writes or shows it. */
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
