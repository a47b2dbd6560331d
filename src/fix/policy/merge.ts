import type { CorsPolicy } from './policy.ts'

/** Returns the smallest policy that allows everything that any of the given ones allows. */
export function merge(all: readonly [CorsPolicy, ...CorsPolicy[]]): CorsPolicy {
  // Thousands of requests need the same.
  const policies = [...new Set(all)]
  const valuesOf = (read: (policy: CorsPolicy) => readonly string[]): readonly string[] =>
    sorted(policies.flatMap(read))
  const lists = {
    methods: valuesOf(({ methods }) => methods),
    headers: valuesOf(({ headers }) => headers),
    exposed: valuesOf(({ exposed }) => exposed),
  }
  const maxAge = policies.reduce<number | null>((age, policy) => larger(age, policy.maxAge), null)
  const credentials = policies.some((policy) => policy.credentials)
  const anyone = policies.some(({ origins }) => origins === '*')
  const [first, ...rest] = valuesOf(({ origins }) => (origins === '*' ? [] : origins))
  // A policy with credentials lists its origins, so there is a first one.
  return first === undefined || (anyone && !credentials)
    ? { origins: '*', ...lists, credentials: false, maxAge }
    : { origins: [first, ...rest], ...lists, credentials, maxAge }
}

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort()

const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b)
