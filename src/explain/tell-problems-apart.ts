import type { Redaction } from '../redact/redact-text.ts'
import { plain } from '../text/plain.ts'
import { tellApart } from '../text/tell-apart.ts'
import { type Text, text } from '../text/text.ts'
import { differencesOf, KINDS_OF_DIFFERENCES } from './differences.ts'
import { problemLine } from './problem-line.ts'
import type { Problem } from './problems.ts'

/** Returns what to add to the line of each problem where several lines read the same; nothing for the others. */
export function tellProblemsApart(
  problems: readonly Problem[],
  redaction: Redaction,
): ReadonlyMap<Problem, Text> {
  const same = new Map<string, Problem[]>()
  for (const problem of problems) {
    const { method, url, reason } = problemLine(problem)
    const address = redaction.url(url).replace(/^[a-z][a-z0-9+.-]*:\/\/|[?#].*$/gis, '')
    const line = JSON.stringify([method, address, plain(reason, redaction.value)])
    const others = same.get(line)
    if (others === undefined) same.set(line, [problem])
    else others.push(problem)
  }
  const added = new Map<Problem, Text>()
  for (const alike of same.values()) {
    if (alike.length === 1) continue
    const differences = alike.map(({ example }) => differencesOf(example))
    const kinds = tellApart(differences, KINDS_OF_DIFFERENCES, (all, kind) =>
      plain(all[kind] ?? [], redaction.value),
    )
    for (const [i, problem] of alike.entries()) {
      const words = kinds.map((kind) => differences[i]?.[kind] ?? []).filter(({ length }) => length > 0)
      added.set(
        problem,
        words.flatMap((each, j) => (j === 0 ? each : text`, ${each}`)),
      )
    }
  }
  return added
}
