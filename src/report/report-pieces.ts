import { type Examined, exchangeReports, type ReportOptions, reportHead, reportRest } from './to-report.ts'

/**
 * Yields the JSON report as text, fetch by fetch, so that neither the report nor its text is ever whole in memory. The
 * pieces together are what `JSON.stringify(toReport(…), null, 2)` returns, and a line feed.
 */
export function* reportPieces(examined: readonly Examined[], options: ReportOptions): Generator<string> {
  const head = JSON.stringify(reportHead(examined, options), null, 2)
  yield `${head.slice(0, -'\n}'.length)},\n  "exchanges": [`
  let count = 0
  for (const exchange of exchangeReports(examined, options)) {
    // No string of JSON has a bare line feed: each one is followed by an indentation.
    yield `${count++ === 0 ? '' : ','}\n    ${JSON.stringify(exchange, null, 2).replaceAll('\n', '\n    ')}`
  }
  const rest = JSON.stringify(reportRest(examined, options), null, 2)
  yield `${count === 0 ? '' : '\n  '}],${rest.slice('{'.length)}\n`
}

/**
 * Yields the report as lines of JSON: one fetch each, and at the end the rest of the report.
 * https://github.com/ndjson/ndjson-spec
 */
export function* reportLines(examined: readonly Examined[], options: ReportOptions): Generator<string> {
  for (const exchange of exchangeReports(examined, options)) yield `${JSON.stringify(exchange)}\n`
  yield `${JSON.stringify({ ...reportHead(examined, options), ...reportRest(examined, options) })}\n`
}
