import { type Examined, exchangeReports, type ReportOptions, reportHead, reportRest } from './to-report.ts'

/**
 * Yields the JSON report as text, fetch by fetch, so that neither the report nor its text is ever in memory as a whole.
 * Together, the pieces are what `JSON.stringify(toReport(…), null, 2)` returns, plus a line feed.
 */
export function* reportPieces(examined: readonly Examined[], options: ReportOptions): Generator<string> {
  const head = JSON.stringify(reportHead(examined, options), null, 2)
  yield `${head.slice(0, -'\n}'.length)},\n  "exchanges": [`
  let count = 0
  for (const exchange of exchangeReports(examined, options)) {
    // JSON strings can't contain a line feed, so every line feed is followed by indentation.
    yield `${count++ === 0 ? '' : ','}\n    ${JSON.stringify(exchange, null, 2).replaceAll('\n', '\n    ')}`
  }
  const rest = JSON.stringify(reportRest(examined, options), null, 2)
  yield `${count === 0 ? '' : '\n  '}],${rest.slice('{'.length)}\n`
}

/**
 * Yields the report as lines of JSON: one fetch each, and the rest of the report at the end.
 * https://github.com/ndjson/ndjson-spec
 */
export function* reportLines(examined: readonly Examined[], options: ReportOptions): Generator<string> {
  for (const exchange of exchangeReports(examined, options)) yield `${JSON.stringify(exchange)}\n`
  yield `${JSON.stringify({ ...reportHead(examined, options), ...reportRest(examined, options) })}\n`
}
