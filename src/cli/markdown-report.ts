import {
  code,
  type Diagnosis,
  type Examined,
  explanationOf,
  FOLDED,
  problemsOf,
  type Redaction,
  textToMarkdown,
  toMarkdown,
  usuallyAllowedLines,
  WORTH_A_LOOK,
  worthALookLines,
} from '../internal.ts'

/** What goes into a markdown report. */
export interface MarkdownOptions {
  readonly redaction: Redaction
  /** Which fetches are listed. */
  readonly includes: (diagnosis: Diagnosis) => boolean
  /** Which of them are folded into one line per API. */
  readonly folds: (diagnosis: Diagnosis) => boolean
}

/** Returns the report as markdown: one section per problem, then what is allowed in the usual case. */
export function markdownReport(
  examined: readonly Examined[],
  { redaction, includes, folds }: MarkdownOptions,
): string {
  return examined
    .map(({ recording, diagnoses }) => {
      const listed = diagnoses.filter(includes)
      const problems = problemsOf(listed.filter((diagnosis) => !folds(diagnosis)))
      // As code, so that no name becomes a link or a mention.
      const title = `## ${textToMarkdown([code(recording.name)], redaction)}`
      const none = problems.length === 0 ? 'Nothing was blocked.\n' : ''
      const sections = problems.map(({ example, all }) => toMarkdown(explanationOf(example, all), redaction))
      const folded = usuallyAllowedLines(listed.filter(folds)).map(
        (line) => `- ${textToMarkdown(line, redaction)}`,
      )
      const usual = folded.length === 0 ? '' : `\n---\n\n### ${FOLDED}\n\n${folded.join('\n')}\n`
      const worth = worthALookLines(diagnoses.filter((diagnosis) => !includes(diagnosis))).map(
        (line) => `- ${textToMarkdown(line, redaction)}`,
      )
      const looked = worth.length === 0 ? '' : `\n---\n\n### ${WORTH_A_LOOK}\n\n${worth.join('\n')}\n`
      return `${title}\n\n${none}${sections.join('\n---\n\n')}${usual}${looked}`
    })
    .join('\n')
}
