import { type CheckedUrl, redactionFor } from '../internal.ts'
import { checkOperand } from './check/check-operand.ts'
import { outcomeOfCheck } from './check/outcome-of-check.ts'
import { sentLines } from './check/sent-lines.ts'
import { tellUnsent } from './check/tell-unsent.ts'
import { type ExitCode, unlessBugs } from './exit-code.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'
import { printReport } from './print-report.ts'
import { makeStyle } from './style.ts'

/** Calls a URL as a browser would, and explains what came of it. */
export async function checkCommand(options: Options, io: Io): Promise<ExitCode> {
  const redaction = redactionFor(options.showSecrets)
  const [url = ''] = options.operands
  const checked = await checkOperand(url, 0, options, redaction, io)
  if (checked === null) return 2
  if (options.format === 'text') {
    const { shell, showSecrets: showBody } = options
    const lines = sentLines(checked, { redaction, style: makeStyle(io.color), shell, showBody })
    io.out(`${lines.join('\n')}\n`)
  }
  if (tellUnsent(checked, redaction, io) === 'fault') return 2
  const { diagnoses } = checked.examined
  if (options.format === 'text' && diagnoses.length > 0) io.out('\n')
  if (options.format !== 'text' || diagnoses.length > 0) {
    // Everything that it sent is worth a word.
    const listing = { includes: () => true, folds: () => false }
    await printReport([checked.examined], { options, io, redaction, listing })
  }
  return unlessBugs(diagnoses, exitCodeFor(checked, options, io))
}

/** Returns 1 for what is blocked or, with `--expect`, not as expected. */
function exitCodeFor(checked: CheckedUrl, { check: { expect } }: Options, io: Io): ExitCode {
  const outcome = outcomeOfCheck(checked)
  if (expect === null) return outcome === 'blocked' ? 1 : 0
  if (outcome === expect) return 0
  io.err(
    outcome === 'undecided'
      ? `whycors: expected ${expect}, but nothing was sent\n`
      : `whycors: expected ${expect}, but it is ${outcome}\n`,
  )
  return 1
}
