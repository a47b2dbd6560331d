import { grouped, problemLine, tellProblemsApart } from '../internal.ts'
import { listLines } from './list-lines.ts'
import { MARK, markStyle } from './mark.ts'
import type { NumberedProblem } from './numbered-problems.ts'
import type { TextOptions } from './text-options.ts'

/** Returns one line per problem: number, sign, method, host and path, reason, and count. */
export function problemList(problems: readonly NumberedProblem[], options: TextOptions): readonly string[] {
  const differ = tellProblemsApart(
    problems.map(({ problem }) => problem),
    options.redaction,
  )
  const rows = problems.map(({ number, problem }) => {
    const { type, count, ...line } = problemLine(problem)
    const end = count === 1 ? '' : `  ×${grouped(count)}`
    const differs = differ.get(problem) ?? []
    return { ...line, differs, number, mark: MARK[type], draw: markStyle(type, options.style), end }
  })
  return listLines(rows, options)
}
