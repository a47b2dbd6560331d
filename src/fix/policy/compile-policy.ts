import type { HeaderList } from '../../fetch/header-list.ts'
import type { CorsPolicy } from './policy.ts'

/**
 * A policy as headers, by the responses that have them. `Access-Control-Allow-Origin` is among them only where it
 * is `*`: else it is the request's own origin, once that was found in the list.
 */
export interface PolicyHeaders {
  /** Of every response to an allowed origin. */
  readonly allowed: HeaderList
  /** Of the answer to its preflight. */
  readonly preflight: HeaderList
  /** Of what is no preflight. */
  readonly actual: HeaderList
}

/** Returns what a policy has snippets send; an empty list and an absent age are left out. */
export function policyHeaders({
  origins,
  methods,
  headers,
  exposed,
  credentials,
  maxAge,
}: CorsPolicy): PolicyHeaders {
  const list = (name: string, values: readonly string[]): HeaderList =>
    values.length === 0 ? [] : [{ name, value: values.join(', ') }]
  return {
    allowed: [
      ...list('Access-Control-Allow-Origin', origins === '*' ? ['*'] : []),
      ...list('Access-Control-Allow-Credentials', credentials ? ['true'] : []),
    ],
    preflight: [
      ...list('Access-Control-Allow-Methods', methods),
      ...list('Access-Control-Allow-Headers', headers),
      ...list('Access-Control-Max-Age', maxAge === null ? [] : [String(maxAge)]),
    ],
    actual: list('Access-Control-Expose-Headers', exposed),
  }
}
