import { type Diagnosis, type Examined, type Problem, problemsOf } from '../internal.ts'
import { listedAmong } from './listed-among.ts'

/** A problem with its number in the list, counted across all recordings of a command line. */
export interface NumberedProblem {
  readonly number: number
  readonly problem: Problem
  readonly examined: Examined
}

/** Which requests are listed as problems. */
export interface Listing {
  readonly includes: (diagnosis: Diagnosis) => boolean
  /** Which of them are folded into one line per API. */
  readonly folds: (diagnosis: Diagnosis) => boolean
}

/** Returns the problems of the recordings, numbered from 1 in the order in which every renderer shows them. */
export function numberedProblems(
  recordings: readonly Examined[],
  listing: Listing,
): readonly NumberedProblem[] {
  return recordings
    .flatMap((examined) =>
      problemsOf(listedAmong(examined.diagnoses, listing).filter((one) => !listing.folds(one))).map(
        (problem) => ({ problem, examined }),
      ),
    )
    .map((one, i) => ({ ...one, number: i + 1 }))
}
