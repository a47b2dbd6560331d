import { type CheckedUrl, outcomeOfCheck, redactionFor } from '../internal.ts'
import { checkOperand } from './check/check-operand.ts'
import { curlLines, sentLines } from './check/sent-lines.ts'
import { tellFault, tellUnsent } from './check/tell-unsent.ts'
import type { ChecksSettings } from './checks/checks-command.ts'
import { type ExitCode, unlessBugs } from './exit-code.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'
import { printReport } from './print-report.ts'
import { sendOf } from './send-of.ts'
import { makeStyle } from './style.ts'

/** Calls a URL, or those of a list, as a browser would, and explains what came of it. */
export async function checkCommand(options: Options, io: Io): Promise<ExitCode> {
  if (options.checks.file !== null) {
    // The parser of lists is larger than the rest of the command.
    const { checksCommand } = await import('./checks/checks-command.ts')
    return await checksCommand(settingsOf(options, options.checks.file), sendOf(io), io)
  }
  const redaction = redactionFor(options.showSecrets)
  const [url = ''] = options.operands
  const checked = await checkOperand(url, 0, options, redaction, io)
  if (checked === null) return 2
  const { shell, showSecrets: showBody, format } = options
  const shown = { redaction, style: makeStyle(io.color), shell, showBody }
  if (format === 'text') await io.out(`${sentLines(checked, shown).join('\n')}\n`)
  else tellUnsent(checked, redaction, io)
  if (tellFault(checked, redaction, io)) return 2
  const { diagnoses } = checked.examined
  // A request that waits for --send has nothing to be explained yet.
  const waits = checked.outcome.type === 'awaits'
  if (format !== 'text' || !waits) {
    if (format === 'text') await io.out('\n')
    const listing = { includes: () => true, folds: () => false }
    await printReport([checked.examined], { options, io, redaction, listing, listed: false })
  } else if (diagnoses.length > 0) await io.out('\nThe preflight passed.\n')
  if (format === 'text' && !options.brief) await io.out(`\n${curlLines(checked, shown).join('\n')}\n`)
  return unlessBugs(diagnoses, exitCodeFor(checked, options, io))
}

function settingsOf(options: Options, file: string): ChecksSettings {
  const { check, checks, engine, format, brief, full, showSecrets } = options
  const { page: origin, timeout, insecure, send, dryRun } = check
  const limits = { timeout, insecure, sendsChanges: send && !dryRun, preflightOnly: dryRun }
  return { ...checks, ...limits, file, origin, engine, format, brief, full, showSecrets }
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
