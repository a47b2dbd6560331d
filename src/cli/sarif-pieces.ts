import {
  allRules,
  type Examined,
  type ExchangeReport,
  exchangeReports,
  type Report,
  type ReportOptions,
  type RuleId,
  reportHead,
} from '../internal.ts'
import { fileUri } from './file-uri.ts'
import { sarifFingerprints } from './sarif-fingerprints.ts'
import { asMessage } from './sarif-message.ts'
import { sarifRule } from './sarif-rule.ts'

/**
 * Yields the blocked fetches of a report as a SARIF 2.1.0 log, for code scanning in CI: one result per cause. The text is
 * yielded in pieces, so that no log is too large.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function* sarifPieces(examined: readonly Examined[], options: ReportOptions): Generator<string> {
  const { sources, tool } = reportHead(examined, options)
  const used = new Set<string>()
  const fingerprintOf = sarifFingerprints()
  yield `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "results": [`
  let separator = ''
  for (const exchange of exchangeReports(examined, options)) {
    for (const cause of exchange.causes) {
      used.add(cause.rule)
      yield `${separator}\n${indented(resultOf(exchange, cause, sources, fingerprintOf(exchange, cause)), 8)}`
      separator = ','
    }
  }
  const driver = {
    name: tool.name,
    version: tool.version,
    rules: allRules.filter(({ id }) => used.has(id)).map(({ id }) => sarifRule(id as RuleId)),
  }
  yield `${separator === '' ? '' : '\n      '}],
      "tool": ${indented({ driver }, 6).trimStart()}
    }
  ]
}
`
}

const resultOf = (
  { file, url, method, verdict }: ExchangeReport,
  { rule, summary, detail, evidence }: ExchangeReport['causes'][number],
  sources: Report['sources'],
  fingerprint: string,
): object => ({
  ruleId: rule,
  level: verdict === 'blocked' ? 'error' : 'warning',
  message: { text: asMessage(`${method} ${url}: ${summary} ${detail}`) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: fileUri(sources[file]?.file ?? '') },
        // GitHub requires a line, although entries of a recording have no meaningful one.
        region: { startLine: 1 },
      },
      // Each once, as the schema has it: a header that is sent twice is two pieces of evidence at one place.
      logicalLocations: [
        ...new Set(evidence.map(({ entry, field }) => `log.entries[${entry}].${field}`)),
      ].map((fullyQualifiedName) => ({ fullyQualifiedName })),
    },
  ],
  // The name of the fingerprint that GitHub compares.
  partialFingerprints: { primaryLocationLineHash: fingerprint },
})

const indented = (value: object, columns: number): string =>
  JSON.stringify(value, null, 2).replace(/^/gm, ' '.repeat(columns))
