import { createHash } from 'node:crypto'
import {
  type Audit,
  type AuditReport,
  type AuditShowing,
  lints,
  plain,
  toAuditReport,
  version,
} from '../../internal.ts'
import { asMessage } from '../sarif-message.ts'
import { evidenceLines } from './evidence-lines.ts'

/**
 * Returns the findings of an audit as a SARIF 2.1.0 log, for code scanning in CI: one result per finding. No file is
 * responsible, so the audited URL is the place. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function auditSarif(audit: Audit, showing: AuditShowing): object {
  const report = toAuditReport(audit, showing)
  const used = new Set(report.findings.map(({ id }) => id))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'whycors',
            version,
            rules: lints
              .filter(({ id }) => used.has(id))
              .map(({ id, means, cwe }) => ruleOf(id, means, cwe, report)),
          },
        },
        results: report.findings.map((finding) => resultOf(finding, report)),
      },
    ],
  }
}

type Finding = AuditReport['findings'][number]

const LEVELS = { high: 'error', medium: 'warning', low: 'warning', info: 'note' } as const

/** What GitHub ranks an alert by, from 0 to 10. */
const SCORES = { high: '8.0', medium: '5.0', low: '3.0', info: '1.0' } as const

function ruleOf(id: string, means: string, cwe: string | null, { findings }: AuditReport): object {
  const severity = findings.find((finding) => finding.id === id)?.severity ?? 'info'
  const fix = findings.find((finding) => finding.id === id)?.fix ?? ''
  const plainMeans = plain([means], (value) => value).replaceAll('`', '')
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: asMessage(plainMeans) },
    fullDescription: { text: asMessage(plainMeans) },
    help: { text: asMessage(`${plainMeans}\n\n${fix}`), markdown: `${means}\n\n${fix}` },
    helpUri: cwe === null ? HELP : `https://cwe.mitre.org/data/definitions/${cwe.replace(/\D/g, '')}.html`,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['cors', 'security', ...(cwe === null ? [] : [`external/cwe/${cwe.toLowerCase()}`])],
      precision: 'high',
      'problem.severity': LEVELS[severity] === 'note' ? 'recommendation' : LEVELS[severity],
      'security-severity': SCORES[severity],
    },
  }
}

const HELP = 'https://fetch.spec.whatwg.org/#http-cors-protocol'

function resultOf(finding: Finding, { target, requests }: AuditReport): object {
  const { id, severity, summary, detail, fix } = finding
  const shown = evidenceLines(finding, requests).map(({ kind, words }) =>
    kind === 'request' ? words : `${kind === 'sent' ? '>' : '<'} ${words}`,
  )
  return {
    ruleId: id,
    level: LEVELS[severity],
    message: { text: asMessage([`${summary} ${detail}`, shown.join('\n'), fix].join('\n\n')) },
    locations: [{ physicalLocation: { artifactLocation: { uri: target }, region: { startLine: 1 } } }],
    partialFingerprints: {
      primaryLocationLineHash: `${createHash('sha256')
        .update(JSON.stringify([id, target]))
        .digest('hex')
        .slice(0, 16)}:1`,
    },
  }
}
