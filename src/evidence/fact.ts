import type { Because } from './because.ts'

/** A place in a recording: the entry's position, the field, and its value (null: missing). */
export interface Evidence {
  readonly entry: number
  readonly field: string
  readonly value: string | null
}

/**
 * A fact about a fetch: known, with its source, or the possible values, with the reason why the recording doesn't decide.
 * An empty list means that there is nothing to try.
 */
export type Fact<T> =
  | { readonly known: true; readonly value: T; readonly source: Evidence }
  | { readonly known: false; readonly candidates: readonly T[]; readonly because: Because }

/** Returns a fact that a place in the recording states. */
export const known = <T>(value: T, source: Evidence): Fact<T> => ({ known: true, value, source })

/** Returns a fact that the recording doesn't decide. */
export const open = <T>(candidates: readonly T[], because: Because): Fact<T> => ({
  known: false,
  candidates,
  because,
})

/** Returns every possible value of a fact. */
export const valuesOfFact = <T>(fact: Fact<T>): readonly T[] => (fact.known ? [fact.value] : fact.candidates)
