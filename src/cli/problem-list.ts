import { grouped, problemLine } from '../internal.ts'
import { listLines } from './list-lines.ts'
import { MARK, markStyle } from './mark.ts'
import type { NumberedProblem } from './numbered-problems.ts'
import type { TextOptions } from './text-options.ts'

/** Returns one line per problem: number, sign, method, host and path, reason, and count. */
export function problemList(problems: readonly NumberedProblem[], options: TextOptions): readonly string[] {
  const rows = problems.map(({ number, problem }) => {
    const { type, count, ...line } = problemLine(problem)
    const end = count === 1 ? '' : `  ×${grouped(count)}`
    return { ...line, number, mark: MARK[type], draw: markStyle(type, options.style), end }
  })
  return listLines(rows, options)
}
