import type { RowResult } from '../../checks/row-result.ts'
import type { Redaction } from '../../internal.ts'
import { annotation } from '../annotation-lines.ts'
import { saying } from '../saying.ts'
import { rowFindings } from './row-findings.ts'

/** Yields the checks that differ as annotations of a GitHub Actions job, each at its line of the file. */
export function* checksAnnotations(
  file: string,
  results: readonly RowResult[],
  redaction: Redaction,
): Generator<string> {
  const say = saying(redaction)
  for (const { words, result } of rowFindings(results)) {
    const { row } = result
    yield annotation('error', {
      file: redaction.value(file),
      line: row.line,
      title: `${redaction.value(row.method)} ${redaction.url(row.url).replace(/[?#].*$/s, '')}`,
      message: `${say(words)} (from ${redaction.value(row.origin)})`,
    })
  }
}
