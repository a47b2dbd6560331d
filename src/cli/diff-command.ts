import {
  bugsOf,
  type Examined,
  limited,
  redactionFor,
  textToMarkdown,
  toDiffReport,
  version,
} from '../internal.ts'
import { diffLines } from './diff-lines.ts'
import { diffMarkdown } from './diff-markdown.ts'
import { examineOperands } from './examine-operands.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'
import { printBugs } from './print-bugs.ts'
import { makeStyle } from './style.ts'

/** Compares two recordings and prints which requests were fixed and which broke. */
export async function diffCommand(options: Options, io: Io): Promise<ExitCode> {
  const { format, operands } = options
  if (format !== 'text' && format !== 'json' && format !== 'markdown') {
    io.err(`whycors: diff has no ${format} format; use text, json or markdown\n`)
    return 2
  }
  if (operands.every((path) => path === '-')) {
    io.err('whycors: only one of the two recordings can be standard input\n')
    return 2
  }
  const redaction = redactionFor(options.showSecrets)
  const sides: (readonly Examined[])[] = []
  for (const path of operands) {
    const examined = await examineOperands({ ...options, operands: [path] }, redaction, io)
    if (examined === null) return 2
    sides.push(examined)
  }
  const [before = [], after = []] = sides
  const shown = options.full || format === 'json' ? redaction : limited(redaction)
  const showing = { version, redaction: shown }
  const report = toDiffReport(
    before,
    after,
    format === 'markdown' ? { ...showing, say: (words) => textToMarkdown(words, shown) } : showing,
  )
  const matched =
    report.fixed.length + report.broken.length + report.stillBlocked.length + report.unclear.length
  if (matched + report.unchanged === 0 && report.appeared.length > 0 && report.gone.length > 0)
    io.err('whycors: no cross-origin request is in both recordings; check that both are of the same steps\n')
  if (format === 'json') await io.out(`${JSON.stringify(report, null, 2)}\n`)
  else if (format === 'markdown') await io.out(diffMarkdown(report))
  else await io.out(`${diffLines(report, { style: makeStyle(io.color), width: io.width }).join('\n')}\n`)
  const diagnoses = [...before, ...after].flatMap((one) => one.diagnoses)
  printBugs(diagnoses, redaction, io)
  if (bugsOf(diagnoses).length > 0) return 2
  return report.broken.length > 0 ? 1 : 0
}
