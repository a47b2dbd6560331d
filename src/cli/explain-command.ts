import { isListed, isUsuallyAllowed, redactionFor } from '../internal.ts'
import { examineOperands } from './examine-operands.ts'
import { type ExitCode, exitCodeOf } from './exit-code.ts'
import type { Io } from './io.ts'
import type { Listing } from './numbered-problems.ts'
import type { Options } from './options.ts'
import { printReport } from './print-report.ts'

/** Explains recordings: reads each file, judges every cross-origin fetch and prints the report. A URL is called first. */
export async function explainCommand(options: Options, io: Io): Promise<ExitCode> {
  const redaction = redactionFor(options.showSecrets)
  const examined = await examineOperands(options, redaction, io)
  if (examined === null) return 2
  const listing: Listing = {
    includes: (diagnosis) => isListed(diagnosis, options.all),
    // In an old export, requests that usually work would fill thousands of lines and hide those that failed.
    folds: ({ verdict }) => !options.all && isUsuallyAllowed(verdict),
  }
  const diagnoses = await printReport(examined, { options, io, redaction, listing })
  return diagnoses === null ? 2 : exitCodeOf(diagnoses)
}
