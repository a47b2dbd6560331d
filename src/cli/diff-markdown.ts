import { code, type DiffItem, type DiffReport, maskedBefore, type Text, textToMarkdown } from '../internal.ts'
import { diffGroups, diffTally, sideWords } from './diff-groups.ts'

/** Returns a comparison with Markdown sentences as a document, for a pull request or a job's summary. */
export function diffMarkdown(report: DiffReport): string {
  const names = (side: 'before' | 'after'): string => report.sources[side].map(({ file }) => file).join(', ')
  const blocks = [
    `## ${say([code(names('before')), ' → ', code(names('after'))])}`,
    diffTally(report),
    ...diffGroups(report).flatMap(({ title, mark, items }) => [
      `### ${title}`,
      items.map((item) => itemMarkdown(item, mark)).join('\n'),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function itemMarkdown({ method, target, pathPattern, before, after }: DiffItem, mark: string): string {
  const [then, now] = [sideWords(before), sideWords(after)]
  const isTwofold = then !== '' && now !== '' && then !== now
  const side = (label: string, words: string): readonly string[] =>
    words === '' ? [] : [`  - ${label}${words}`]
  return [
    `- ${mark} ${say([code(`${method} ${target}${pathPattern}`)])}`,
    ...side(isTwofold ? 'before: ' : '', then === now ? '' : then),
    ...side(isTwofold ? 'after: ' : '', now),
  ].join('\n')
}

const say = (words: Text): string => textToMarkdown(words, maskedBefore)
