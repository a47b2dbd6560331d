import { type Bug, bugsOf, type Diagnosis, type Redaction } from '../internal.ts'
import { type ExitCode, unlessBugs } from './exit-code.ts'
import type { Io } from './io.ts'

/** Prints each bug found while diagnosing requests as one line to standard error. */
export function printBugs(diagnoses: readonly Diagnosis[], redaction: Redaction, io: Io): void {
  for (const bug of bugsOf(diagnoses)) printBug(bug, redaction, io)
}

/** Prints a bug as one line to standard error. */
export function printBug({ where, id, message }: Bug, redaction: Redaction, io: Io): void {
  const said = redaction.value(message.replace(/\s+/g, ' '))
  io.err(`whycors: a bug, please report it: the ${where} ${id} failed, the rest is complete: ${said}\n`)
}

/** Prints the bugs found so far, and returns an exit code, but 2 if there were any. */
export function endWithBugs(
  diagnoses: readonly Diagnosis[],
  code: ExitCode,
  redaction: Redaction,
  io: Io,
): ExitCode {
  printBugs(diagnoses, redaction, io)
  return unlessBugs(diagnoses, code)
}
