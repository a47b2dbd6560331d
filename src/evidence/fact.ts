import type { Because } from './because.ts'

/** A place in a recording: the entry's position, the field, and what it says (null: it is not there). */
export interface Evidence {
  readonly entry: number
  readonly field: string
  readonly value: string | null
}

/**
 * Something about a fetch: known, with the place that says so, or a list of what it can be, with the reason why
 * the recording does not decide. An empty list means that nothing can even be tried.
 */
export type Fact<T> =
  | { readonly known: true; readonly value: T; readonly source: Evidence }
  | { readonly known: false; readonly candidates: readonly T[]; readonly because: Because }

/** Returns a fact that a place in the recording states. */
export const known = <T>(value: T, source: Evidence): Fact<T> => ({ known: true, value, source })

/** Returns a fact that the recording leaves open. */
export const open = <T>(candidates: readonly T[], because: Because): Fact<T> => ({
  known: false,
  candidates,
  because,
})

/** Returns every value that a fact can have. */
export const valuesOfFact = <T>(fact: Fact<T>): readonly T[] => (fact.known ? [fact.value] : fact.candidates)
