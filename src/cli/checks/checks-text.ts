import type { RowResult } from '../../checks/row-result.ts'
import { listLines } from '../list-lines.ts'
import { problemLines } from '../problem-lines.ts'
import type { TextOptions } from '../text-options.ts'
import { rowWords, tally } from './row-words.ts'

/** Returns the results of a list of checks for a terminal: a line for each, then an explanation of those that differ. */
export function checksText(
  file: string,
  results: readonly RowResult[],
  { brief }: { readonly brief: boolean },
  options: TextOptions,
): string {
  const { style, redaction } = options
  const rows = results.map((result, i) => ({
    number: i + 1,
    mark: result.asExpected ? '✓' : result.outcome === 'blocked' || result.outcome === 'allowed' ? '✗' : '!',
    draw: result.asExpected ? style.green : style.red,
    method: result.row.method,
    url: result.row.url,
    reason: rowWords(result),
    end: '',
  }))
  const blocks = results.flatMap(({ asExpected, diagnosis, examined, row, outcome }, i) => {
    if (brief || asExpected || diagnosis === null || examined === null || outcome === 'preflight allowed')
      return []
    const problem = { example: diagnosis, all: [diagnosis] }
    return [
      [
        ...problemLines({ number: i + 1, problem, examined }, options),
        '',
        style.dim(`  ${redaction.value(file)}:${row.line}`),
      ],
    ]
  })
  const isGood = results.every(({ asExpected }) => asExpected)
  return `${[
    [style.bold(redaction.value(file)), '', ...listLines(rows, options)],
    ...blocks,
    [(isGood ? style.green : style.red)(tally(results))],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}
