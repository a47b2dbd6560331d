import { escapeControl, plural } from '../internal.ts'
import type { MergedProblem } from './merged-problems.ts'
import type { Style } from './style.ts'
import { wrap } from './wrap.ts'

interface MergeDrawing {
  readonly style: Style
  readonly width: number
}

/** Returns merged reports for a terminal: the number of recordings, and what was blocked in them, each problem once. */
export function mergeLines(
  recordings: number,
  problems: readonly MergedProblem[],
  { style, width }: MergeDrawing,
): readonly string[] {
  const blocked = problems.reduce((sum, { count }) => sum + count, 0)
  const found =
    blocked === 0
      ? 'nothing blocked'
      : `${plural(problems.length, 'problem', 'problems')}, ${plural(blocked, 'blocked request', 'blocked requests')}`
  const numbers = String(problems.length).length
  return [
    `${plural(recordings, 'recording', 'recordings')}: ${found}`,
    ...problems.flatMap((problem, i) => {
      const { method, host, headline, count, recordings: among, file, entry } = problem
      const where = `${plural(count, 'request', 'requests')} in ${plural(among, 'recording', 'recordings')}, first ${file}${entry === null ? '' : `, HAR entry ${entry}`}`
      const indent = ' '.repeat(numbers + 5)
      return [
        '',
        ...wrap(
          [
            { words: `${String(i + 1).padStart(numbers)}  `, draw: plainly },
            { words: '✗  ', draw: style.red },
            { words: `${escapeControl(method)} `, draw: plainly },
            { words: escapeControl(host), draw: style.bold },
          ],
          { width, first: '', rest: indent },
        ),
        ...wrap([{ words: escapeControl(headline), draw: plainly }], { width, first: indent, rest: indent }),
        ...wrap([{ words: escapeControl(where), draw: style.dim }], { width, first: indent, rest: indent }),
      ]
    }),
  ]
}

const plainly = (words: string): string => words
