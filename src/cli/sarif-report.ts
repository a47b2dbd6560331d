import { allRules, type Report } from '../internal.ts'

/**
 * Returns the blocked fetches of a report as a SARIF 2.1.0 log, for code scanning in CI: one result per cause.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function sarifReport(report: Report): object {
  const used = new Set(report.exchanges.flatMap(({ causes }) => causes.map(({ rule }) => rule)))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            rules: allRules.filter(({ id }) => used.has(id)).map(({ id }) => ({ id })),
          },
        },
        results: report.exchanges.flatMap(({ file, url, method, verdict, causes }) =>
          causes.map(({ rule, summary, detail, evidence }) => ({
            ruleId: rule,
            level: verdict === 'blocked' ? 'error' : 'warning',
            message: { text: `${method} ${url}: ${summary} ${detail}` },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: report.sources[file]?.file ?? '' } },
                logicalLocations: evidence.map(({ entry, field }) => ({
                  fullyQualifiedName: `log.entries[${entry}].${field}`,
                })),
              },
            ],
          })),
        ),
      },
    ],
  }
}
