import type { RowResult } from '../../checks/row-result.ts'
import {
  code,
  explanationOf,
  type Redaction,
  type Text,
  text,
  textToMarkdown,
  toMarkdown,
} from '../../internal.ts'
import { rowWords, tally } from './row-words.ts'

/** Returns the results of a list of checks as markdown: a table, then a section for each check that differs. */
export function checksMarkdown(
  file: string,
  results: readonly RowResult[],
  { brief, redaction }: { readonly brief: boolean; readonly redaction: Redaction },
): string {
  const say = (words: Text): string => textToMarkdown(words, redaction)
  // A bar would end the cell, in code too.
  const cell = (words: Text): string => say(words).replace(/(?<!\\)\|/g, '\\|')
  const rows = results.map((result, i) => {
    const { row, asExpected } = result
    const request = text`${code(row.method)} ${code(row.url.replace(/[?#].*$/s, ''))}`
    return `| ${i + 1} | ${asExpected ? '✅' : '❌'} | ${cell(request)} | ${cell([code(row.origin)])} | ${cell(rowWords(result))} |`
  })
  const sections = results.flatMap(({ asExpected, diagnosis, outcome }) =>
    brief || asExpected || diagnosis === null || outcome === 'preflight allowed'
      ? []
      : [toMarkdown(explanationOf(diagnosis), redaction)],
  )
  return `${[
    `## ${say([code(file)])}`,
    `${tally(results)}.`,
    ['| | | request | from | result |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
    ...sections,
  ].join('\n\n')}\n`
}
