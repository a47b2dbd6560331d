import {
  type Diagnosis,
  type Examined,
  explanationOf,
  problemsOf,
  type Redaction,
  toMarkdown,
} from '../internal.ts'

/** Returns the report as markdown: one section per problem. */
export function markdownReport(
  examined: readonly Examined[],
  {
    redaction,
    includes,
  }: { readonly redaction: Redaction; readonly includes: (diagnosis: Diagnosis) => boolean },
): string {
  return examined
    .map(({ recording, diagnoses }) => {
      const problems = problemsOf(diagnoses.filter(includes))
      const title = `## ${redaction.value(recording.name).replace(/[\\`*_[\]<>|]/g, '\\$&')}`
      const none = problems.length === 0 ? 'Nothing was blocked.\n' : ''
      const sections = problems.map(({ example, all }) => toMarkdown(explanationOf(example, all), redaction))
      return `${title}\n\n${none}${sections.join('\n---\n\n')}`
    })
    .join('\n')
}
