import {
  type Diagnosis,
  type Examined,
  isListed,
  isUsuallyAllowed,
  redactionFor,
  reportLines,
  reportPieces,
  version,
} from '../internal.ts'
import { examineOperand } from './examine-operand.ts'
import { type ExitCode, exitCodeOf } from './exit-code.ts'
import { inputError } from './input-error.ts'
import type { Io } from './io.ts'
import { markdownReport } from './markdown-report.ts'
import type { Options } from './options.ts'
import { printBugs } from './print-bugs.ts'
import { sarifPieces } from './sarif-pieces.ts'
import { makeStyle } from './style.ts'
import { textReport } from './text-report.ts'

/** Explains recordings: reads each file, judges every cross-origin fetch and prints the report. */
export async function explainCommand(options: Options, io: Io): Promise<ExitCode> {
  const redaction = redactionFor(options.showSecrets)
  const examined: Examined[] = []
  for (const [file, path] of options.operands.entries()) {
    try {
      examined.push(await examineOperand(path, file, options, redaction, io))
    } catch (error) {
      io.err(`whycors: ${inputError(error, path)}\n`)
      return 2
    }
  }
  const includes = (diagnosis: Diagnosis): boolean => isListed(diagnosis, options.all)
  // What usually works fills thousands of lines of an old export, and hides what failed.
  const folds = ({ verdict }: Diagnosis): boolean => !options.all && isUsuallyAllowed(verdict)
  switch (options.format) {
    case 'text':
      io.out(
        textReport(examined, { style: makeStyle(io.color), redaction, width: io.width, includes, folds }),
      )
      break
    case 'markdown':
      io.out(markdownReport(examined, { redaction, includes, folds }))
      break
    case 'json':
      for (const piece of reportPieces(examined, { version, redaction, includes })) await io.out(piece)
      break
    case 'ndjson':
      for (const line of reportLines(examined, { version, redaction, includes })) await io.out(line)
      break
    case 'sarif':
      for (const piece of sarifPieces(examined, { version, redaction, includes })) await io.out(piece)
      break
  }
  const diagnoses = examined.flatMap((one) => one.diagnoses)
  printBugs(diagnoses, redaction, io)
  return exitCodeOf(diagnoses)
}
