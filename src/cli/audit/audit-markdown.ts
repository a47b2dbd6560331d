import { type AuditReport, code, maskedBefore, textToMarkdown } from '../../internal.ts'
import { auditTally } from './audit-tally.ts'
import { evidenceLines } from './evidence-lines.ts'

/** Returns an audit whose sentences are markdown as a document, for a pull request or a job's summary. */
export function auditMarkdown(report: AuditReport): string {
  const blocks = [
    `## Audit of ${quoted(report.target)}`,
    `${auditTally(report)}.`,
    ...report.findings.flatMap((finding) => [
      `### ${finding.severity}: ${finding.summary}`,
      `\`${finding.id}\`${finding.cwe === null ? '' : `, ${finding.cwe}`}`,
      finding.detail,
      evidenceLines(finding, report.requests)
        .map(({ kind, words }) =>
          kind === 'request'
            ? `- ${quoted(words)}`
            : `  - ${quoted(`${kind === 'sent' ? '>' : '<'} ${words}`)}`,
        )
        .join('\n'),
      `**Fix:** ${finding.fix}`,
    ]),
    ...(report.undecided.length === 0
      ? []
      : [
          '### Undecided',
          report.undecided
            .map(
              ({ lints, why }) => `- ${why}${lints.length === 0 ? '' : ` (${lints.map(quoted).join(', ')})`}`,
            )
            .join('\n'),
        ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

const quoted = (value: string): string => textToMarkdown([code(value)], maskedBefore)
