import {
  type Audit,
  auditApi,
  limited,
  namesToLookUp,
  noteGiven,
  planProbes,
  type Redaction,
  redactionFor,
  textToMarkdown,
  toAuditReport,
  toPlanReport,
  version,
} from '../internal.ts'
import { auditLines } from './audit/audit-lines.ts'
import { auditMarkdown } from './audit/audit-markdown.ts'
import { type AuditOptions, auditOptions } from './audit/audit-options.ts'
import { auditSarif } from './audit/audit-sarif.ts'
import { planLines } from './audit/plan-lines.ts'
import type { ExitCode } from './exit-code.ts'
import { COMMAND_HELP } from './help.ts'
import type { Io } from './io.ts'
import { printBug } from './print-bugs.ts'
import { sendOf } from './send-of.ts'
import { makeStyle } from './style.ts'

/** Audits an API: lists the requests, sends them if the user agrees, and prints what they show. */
export async function auditCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = auditOptions(args)
  if (options === 'help') {
    await io.out(COMMAND_HELP.audit)
    return 0
  }
  if ('usageError' in options) {
    io.err(
      `whycors: ${options.usageError}${options.usageError.endsWith('?') ? ' See' : '; see'} whycors audit --help\n`,
    )
    return 2
  }
  const { target, format } = options
  const redaction = redactionFor(options.showSecrets)
  noteGiven(target, redaction)
  const probes = planProbes(target)
  const plan = toPlanReport(target, probes, { version, redaction })
  const drawing = { style: makeStyle(io.color), width: io.width, names: namesToLookUp(target) }
  if (options.dryRun) {
    await io.out(
      format === 'json'
        ? `${JSON.stringify(plan, null, 2)}\n`
        : `${planLines(plan, probes, drawing).join('\n')}\n`,
    )
    return 0
  }
  io.err(`${planLines(plan, probes, { ...drawing, style: makeStyle(false) }).join('\n')}\n`)
  if (!options.yes && !(await isConfirmed(io))) {
    io.err('whycors: nothing was sent; --yes sends these requests\n')
    return 2
  }
  const audit = await auditApi(target, {
    send: sendOf(io),
    lookUp: io.lookUp ?? lookUpInDns,
    timeout: options.timeout,
    insecure: options.insecure,
  })
  for (const entry of audit.entries) redaction.note(entry)
  const [first] = audit.all
  if (audit.entries.length === 0 && first?.why != null && 'fault' in first.why) {
    io.err(`whycors: ${redaction.url(target.url)}: ${redaction.value(first.why.message)}\n`)
    return 2
  }
  await print(audit, redaction, options, io)
  return exitCodeOf(audit)
}

async function print(audit: Audit, redaction: Redaction, { format }: AuditOptions, io: Io): Promise<void> {
  const shown = format === 'json' || format === 'sarif' ? redaction : limited(redaction)
  const showing = { version, redaction: shown }
  if (format === 'json') await io.out(`${JSON.stringify(toAuditReport(audit, showing), null, 2)}\n`)
  else if (format === 'sarif') await io.out(`${JSON.stringify(auditSarif(audit, showing), null, 2)}\n`)
  else if (format === 'markdown')
    await io.out(
      auditMarkdown(toAuditReport(audit, { ...showing, say: (words) => textToMarkdown(words, shown) })),
    )
  else
    await io.out(
      `${auditLines(toAuditReport(audit, showing), { style: makeStyle(io.color), width: io.width }).join('\n')}\n`,
    )
  for (const bug of audit.bugs) printBug(bug, redaction, io)
}

const exitCodeOf = ({ found, bugs, isConclusive }: Audit): ExitCode => {
  if (bugs.length > 0 || !isConclusive) return 2
  return found.some(({ severity }) => severity === 'high') ? 1 : 0
}

const isConfirmed = async (io: Io): Promise<boolean> =>
  io.confirm !== undefined && (await io.confirm('Send these requests?'))

/** What looks up names is loaded when it's needed. */
const lookUpInDns: NonNullable<Io['lookUp']> = async (host) =>
  await (await import('../network/look-up.ts')).lookUp(host)
