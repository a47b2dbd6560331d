import {
  type Diagnosis,
  type Examined,
  type Explanation,
  explanationOf,
  problemsOf,
  type Redaction,
  toMarkdown,
  whyPreflights,
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
      const sections = problems.map(({ example, all }) => {
        const count = all.length === 1 ? '' : `\n${all.length} requests have this problem.\n`
        const explanation = explanationOf(example)
        const preflight = explanation.preflight === null ? null : preflightOfAll(all)
        return `${toMarkdown({ ...explanation, preflight }, redaction)}${count}`
      })
      return `${title}\n\n${none}${sections.join('\n---\n\n')}`
    })
    .join('\n')
}

const preflightOfAll = (all: readonly Diagnosis[]): Explanation['preflight'] => ({
  why: whyPreflights(all).flatMap((words, i) => (i === 0 ? words : [' ', ...words])),
  avoid: null,
})
