import type { Diagnosis } from '../internal.ts'

type Includes = (diagnosis: Diagnosis) => boolean

/** What was found last in a list of diagnoses: several parts of a report ask for the same. */
const known = new WeakMap<
  readonly Diagnosis[],
  { readonly includes: Includes; readonly listed: readonly Diagnosis[] }
>()

/** Returns the diagnoses that a listing includes. */
export function listedAmong(
  diagnoses: readonly Diagnosis[],
  { includes }: { readonly includes: Includes },
): readonly Diagnosis[] {
  const last = known.get(diagnoses)
  if (last?.includes === includes) return last.listed
  const listed = diagnoses.filter((one) => includes(one))
  known.set(diagnoses, { includes, listed })
  return listed
}

/** Returns the diagnoses that a listing doesn't include. */
export const unlistedAmong = (
  diagnoses: readonly Diagnosis[],
  listing: { readonly includes: Includes },
): readonly Diagnosis[] =>
  // Mostly, nothing is listed.
  listedAmong(diagnoses, listing).length === 0 ? diagnoses : diagnoses.filter((one) => !listing.includes(one))
