import type { Diagnosis } from '../internal.ts'

/** 0: nothing is blocked. 1: something is. 2: wrong usage, unreadable input, or a fault of the program itself. */
export type ExitCode = 0 | 1 | 2

/** Returns the exit code for diagnoses: 1 if CORS blocked at least one fetch. */
export const exitCodeOf = (diagnoses: readonly Diagnosis[]): ExitCode =>
  unlessBugs(diagnoses, diagnoses.some(({ verdict }) => verdict.type === 'blocked') ? 1 : 0)

/** Returns an exit code, but 2 if a part of the program threw, because the results are then incomplete. */
export const unlessBugs = (diagnoses: readonly Diagnosis[], code: ExitCode): ExitCode =>
  diagnoses.some(({ bugs }) => bugs.length > 0) ? 2 : code
