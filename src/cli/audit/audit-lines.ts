import type { AuditReport } from '../../internal.ts'
import type { Style } from '../style.ts'
import { type Piece, wrap } from '../wrap.ts'
import { auditTally } from './audit-tally.ts'
import { evidenceLines } from './evidence-lines.ts'

interface AuditDrawing {
  readonly style: Style
  readonly width: number
}

/** Returns what an audit found for a terminal, the most serious first, with the messages that show it. */
export function auditLines(report: AuditReport, drawing: AuditDrawing): readonly string[] {
  const { style, width } = drawing
  return [
    ...paragraph([plainly(report.target, style.bold)], width, ''),
    ...paragraph([plainly(auditTally(report))], width, ''),
    ...report.findings.flatMap((finding) => ['', ...findingLines(finding, report, drawing)]),
    ...(report.undecided.length === 0
      ? []
      : [
          '',
          style.bold('Undecided'),
          ...report.undecided.flatMap(({ lints, why }) =>
            wrap([plainly(lints.length === 0 ? why : `${why} (${lints.join(', ')})`)], {
              width,
              first: '  - ',
              rest: '    ',
            }),
          ),
        ]),
  ]
}

function findingLines(
  finding: AuditReport['findings'][number],
  { requests }: AuditReport,
  { style, width }: AuditDrawing,
): readonly string[] {
  const { id, severity, cwe, summary, detail, fix } = finding
  const draw = { high: style.red, medium: style.yellow, low: style.yellow, info: style.dim }[severity]
  const label = cwe === null ? id : `${id}, ${cwe}`
  return [
    ...wrap([plainly(`${severity}: `, draw), plainly(summary, style.bold)], {
      width,
      first: '',
      rest: '  ',
    }),
    ...paragraph([plainly(detail)], width, '  '),
    ...evidenceLines(finding, requests).flatMap(({ kind, words }) =>
      kind === 'request'
        ? wrap([plainly(words, style.bold)], { width, first: '    ', rest: '        ' })
        : wrap([plainly(words)], {
            width,
            first: `      ${kind === 'sent' ? '>' : '<'} `,
            rest: '          ',
          }),
    ),
    ...wrap([plainly('Fix: ', style.green), plainly(fix)], { width, first: '  ', rest: '  ' }),
    ...paragraph([plainly(label, style.dim)], width, '  '),
  ]
}

const paragraph = (pieces: readonly Piece[], width: number, indent: string): readonly string[] =>
  wrap(pieces, { width, first: indent, rest: indent })

const plainly = (words: string, draw: Piece['draw'] = (same) => same): Piece => ({ words, draw })
