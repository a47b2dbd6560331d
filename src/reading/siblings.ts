import { pathOf } from '../evidence/address.ts'
import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** A response of a sibling, and whether it is the one to a preflight. */
export interface Answer {
  readonly verdict: Verdict
  readonly entry: HarEntry
  readonly preflight: boolean
  readonly allowOrigin: string | null
  /** The `Origin` that it was asked with. */
  readonly origin: string | null
  readonly path: string
}

/**
 * Returns a function of the siblings that does its work once per list. Callers pass the same list for every fetch
 * of an API origin, so that a recording with thousands of them is not read thousands of times over.
 */
export function once<T>(compute: (siblings: readonly Verdict[]) => T): (siblings: readonly Verdict[]) => T {
  const results = new WeakMap<readonly Verdict[], { readonly value: T }>()
  return (siblings) => {
    const found = results.get(siblings) ?? { value: compute(siblings) }
    results.set(siblings, found)
    return found.value
  }
}

/** Returns every response that the siblings got, in their order. */
export const answersOf = once((siblings): readonly Answer[] =>
  siblings.flatMap((verdict) =>
    verdict.exchange.chain.flatMap(({ preflight, actual }) =>
      [preflight, actual].flatMap((entry): Answer[] =>
        entry === null || entry.response.status === 0
          ? []
          : [
              {
                verdict,
                entry,
                preflight: entry === preflight,
                allowOrigin: get(entry.response.headers, 'Access-Control-Allow-Origin'),
                origin: get(entry.request.headers, 'Origin'),
                path: pathOf(entry.request.url),
              },
            ],
      ),
    ),
  ),
)

/** Returns the siblings' responses to actual requests that CORS had a say in. */
export const actualAnswersOf = once((siblings): readonly Answer[] =>
  answersOf(siblings).filter(({ preflight, verdict }) => !preflight && verdict.type !== 'not-cors'),
)

/** Returns the siblings' responses to preflights. */
export const preflightAnswersOf = once((siblings): readonly Answer[] =>
  answersOf(siblings).filter(({ preflight }) => preflight),
)
