import { createHash } from 'node:crypto'
import type { RowResult } from '../../checks/row-result.ts'
import {
  allRules,
  failingChecks,
  originOf,
  pathPattern,
  type Redaction,
  type RuleId,
} from '../../internal.ts'
import { fileUri } from '../file-uri.ts'
import { asMessage } from '../sarif-message.ts'
import { sarifRule } from '../sarif-rule.ts'
import { saying } from '../saying.ts'
import { ownRules, type RowFinding, rowFindings } from './row-findings.ts'

/** Returns the checks that differ as a SARIF 2.1.0 log: one result per check, at its line of the file. */
export function checksSarif(
  file: string,
  results: readonly RowResult[],
  { version, redaction }: { readonly version: string; readonly redaction: Redaction },
): string {
  const findings = rowFindings(results)
  const used = new Set(findings.map(({ rule }) => rule))
  const fingerprintOf = fingerprints()
  const rules = [
    ...allRules.filter(({ id }) => used.has(id)).map(({ id }) => sarifRule(id as RuleId)),
    ...Object.entries(ownRules).flatMap(([id, means]) => (used.has(id) ? [ownRule(id, means)] : [])),
  ]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        results: findings.map((finding) =>
          resultOf(finding, { file, redaction, fingerprint: fingerprintOf(finding) }),
        ),
        tool: { driver: { name: 'whycors', version, rules } },
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(
  { rule, words, result: { row, diagnosis } }: RowFinding,
  {
    file,
    redaction,
    fingerprint,
  }: { readonly file: string; readonly redaction: Redaction; readonly fingerprint: string },
): object {
  const say = saying(redaction)
  const request = `${redaction.value(row.method)} ${redaction.url(row.url)} from ${redaction.value(row.origin)}`
  const [check] = diagnosis === null ? [] : failingChecks(diagnosis.verdict)
  const advice = check === undefined ? '' : `. ${say(check.finding.rule.detail(check.finding.args))}`
  return {
    ruleId: rule,
    level: 'error',
    message: { text: asMessage(`${request}: ${say(words)}${advice}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: fileUri(redaction.value(file)) },
          region: { startLine: row.line },
        },
      },
    ],
    // The name that GitHub compares alerts by.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  }
}

/** A rule of the list itself, as {@link sarifRule} returns those of CORS. */
function ownRule(id: string, means: string): object {
  const help = `${means} The line of the file has the check; run \`whycors check --file\` to see what was sent and received.`
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: means },
    fullDescription: { text: means },
    help: { text: help, markdown: help },
    helpUri: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['cors'], precision: 'very-high', 'problem.severity': 'error' },
  }
}

/** Returns what gives each finding its fingerprint: it stays when lines are added above the check. */
function fingerprints(): (finding: RowFinding) => string {
  const counts = new Map<string, number>()
  return ({ rule, result: { row } }) => {
    const about = JSON.stringify([
      rule,
      row.method,
      originOf(row.url),
      pathPattern(row.url),
      row.origin,
      row.expect,
    ])
    const hash = createHash('sha256').update(about).digest('hex').slice(0, 16)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    return `${hash}:${count}`
  }
}
