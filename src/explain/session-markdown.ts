import type { Diagnosis } from '../diagnose.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { plural } from '../text/plural.ts'
import { explanationOf } from './explanation.ts'
import { toMarkdown } from './markdown.ts'
import { problemItem } from './problem-item.ts'
import { problemsOf } from './problems.ts'
import { tellProblemsApart } from './tell-problems-apart.ts'

/**
 * Returns everything that was blocked or failed as Markdown for an issue: the list of problems, then a section for each.
 */
export function sessionMarkdown(diagnoses: readonly Diagnosis[], redaction: Redaction): string {
  const problems = problemsOf(diagnoses)
  if (problems.length === 0) return '## CORS report\n\nNothing was blocked.\n'
  const counts = `${plural(problems.length, 'problem', 'problems')} in ${plural(diagnoses.length, 'request', 'requests')}`
  const differ = tellProblemsApart(problems, redaction)
  const list = problems
    .map((problem, i) => problemItem(i + 1, problem, redaction, differ.get(problem)))
    .join('\n')
  const sections = problems.map(({ example, all }, i) =>
    toMarkdown(explanationOf(example, all), redaction, i + 1),
  )
  return `## CORS report: ${counts}\n\n${[`${list}\n`, ...sections].join('\n---\n\n')}`
}
