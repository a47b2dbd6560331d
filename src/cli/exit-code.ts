import type { Diagnosis } from '../internal.ts'

/** 0: nothing is blocked. 1: something is. 2: wrong usage or unreadable input. */
export type ExitCode = 0 | 1 | 2

/** Returns the exit code for what was found: 1 as soon as one fetch was blocked by CORS. */
export const exitCodeOf = (diagnoses: readonly Diagnosis[]): ExitCode =>
  diagnoses.some(({ verdict }) => verdict.type === 'blocked') ? 1 : 0
