import type { RowResult } from '../../checks/row-result.ts'
import { explanationOf, originOf, type Redaction, wordsOf } from '../../internal.ts'
import { saying } from '../saying.ts'
import { xml } from '../xml.ts'
import { rowFindings } from './row-findings.ts'

/** Yields the results of a list of checks as JUnit XML: one suite, with a test case for each check. */
export function* checksJunit(
  file: string,
  results: readonly RowResult[],
  redaction: Redaction,
): Generator<string> {
  const say = saying(redaction)
  const findings = new Map(rowFindings(results).map((finding) => [finding.result, finding]))
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="whycors">\n'
  yield `  <testsuite name="${xml(redaction.value(file))}" tests="${results.length}" failures="${findings.size}" errors="0" skipped="0">\n`
  for (const [i, result] of results.entries()) {
    const { row, diagnosis } = result
    const request = `${redaction.value(row.method)} ${redaction.url(row.url).replace(/[?#].*$/s, '')}`
    const name = `${i + 1}. ${request} from ${redaction.value(row.origin)}`
    const start = `    <testcase classname="${xml(redaction.value(originOf(row.url)))}" name="${xml(name)}" file="${xml(redaction.value(file))}" line="${row.line}"`
    const finding = findings.get(result)
    if (finding === undefined) {
      yield `${start}/>\n`
      continue
    }
    const sections = diagnosis === null ? [] : explanationOf(diagnosis).sections
    const words = sections
      .flatMap(({ title, items }) => [title, ...items.map((item) => `- ${say(wordsOf(item))}`), ''])
      .join('\n')
    yield `${start}>\n      <failure type="${xml(finding.rule)}" message="${xml(say(finding.words))}">${xml(words.trimEnd(), 'text')}</failure>\n    </testcase>\n`
  }
  yield '  </testsuite>\n</testsuites>\n'
}
