import { bugsOf, type Diagnosis } from '../internal.ts'

/** 0: nothing is blocked. 1: something is. 2: wrong usage, unreadable input, or a fault of the program itself. */
export type ExitCode = 0 | 1 | 2

/** Returns the exit code for what was found: 1 as soon as one fetch was blocked by CORS. */
export const exitCodeOf = (diagnoses: readonly Diagnosis[]): ExitCode =>
  unlessBugs(diagnoses, diagnoses.some(({ verdict }) => verdict.type === 'blocked') ? 1 : 0)

/** Returns an exit code, but 2 where a part of the program threw, as what was found then isn't everything. */
export const unlessBugs = (diagnoses: readonly Diagnosis[], code: ExitCode): ExitCode =>
  bugsOf(diagnoses).length > 0 ? 2 : code
