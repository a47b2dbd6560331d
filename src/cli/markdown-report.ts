import {
  code,
  type Examined,
  explanationOf,
  FOLDED,
  problemItem,
  type Redaction,
  type Text,
  tellProblemsApart,
  textToMarkdown,
  toMarkdown,
  usuallyAllowedLines,
  WORTH_A_LOOK,
  worthALookLines,
} from '../internal.ts'
import type { Listing, NumberedProblem } from './numbered-problems.ts'
import type { Shown } from './text-report.ts'

/** The input of a Markdown report. */
export interface MarkdownOptions extends Listing {
  readonly redaction: Redaction
}

/** Returns the report as Markdown: the list of problems, one section per problem, then what is usually allowed. */
export function markdownReport(
  recordings: readonly Examined[],
  problems: readonly NumberedProblem[],
  { list, blocks }: Shown,
  { redaction, includes, folds }: MarkdownOptions,
): string {
  const say = (words: Text): string => textToMarkdown(words, redaction)
  return recordings
    .map((one) => {
      const { recording, diagnoses } = one
      const own = problems.filter(({ examined }) => examined === one)
      const differ = tellProblemsApart(
        own.map(({ problem }) => problem),
        redaction,
      )
      // As code, so that no name becomes a link or a mention.
      const title = `## ${say([code(recording.name)])}`
      const items = (heading: string, lines: readonly Text[]): readonly string[] =>
        lines.length === 0 ? [] : [`### ${heading}\n\n${lines.map((line) => `- ${say(line)}`).join('\n')}\n`]
      const numbered = own.length > 1 || !list
      const top =
        list && own.length > 1
          ? [
              `${own.map(({ number, problem }) => problemItem(number, problem, redaction, differ.get(problem))).join('\n')}\n`,
            ]
          : []
      const sections = blocks
        ? own.map(({ number, problem }) =>
            toMarkdown(explanationOf(problem.example, problem.all), redaction, numbered ? number : undefined),
          )
        : []
      const rest = list
        ? [
            ...items(FOLDED, usuallyAllowedLines(diagnoses.filter((each) => includes(each) && folds(each)))),
            ...items(WORTH_A_LOOK, worthALookLines(diagnoses.filter((each) => !includes(each)))),
          ]
        : []
      const body = own.length === 0 ? ['Nothing was blocked.\n'] : [...top, ...sections]
      return `${title}\n\n${[...body, ...rest].join('\n---\n\n')}`
    })
    .join('\n')
}
