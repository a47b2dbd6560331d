import { bugsOf, type Diagnosis, type Redaction } from '../internal.ts'
import type { Io } from './io.ts'

/** Prints each bug that requests were diagnosed with as one line of standard error. */
export function printBugs(diagnoses: readonly Diagnosis[], redaction: Redaction, io: Io): void {
  for (const { where, id, message } of bugsOf(diagnoses)) {
    const said = redaction.value(message.replace(/\s+/g, ' '))
    io.err(`whycors: a bug, please report it: the ${where} ${id} failed, the rest is complete: ${said}\n`)
  }
}
