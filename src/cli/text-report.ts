import {
  type Examined,
  FOLDED,
  plural,
  type Text,
  usuallyAllowedLines,
  WORTH_A_LOOK,
  worthALookLines,
} from '../internal.ts'
import { listedAmong, unlistedAmong } from './listed-among.ts'
import type { NumberedProblem } from './numbered-problems.ts'
import { pieces } from './pieces.ts'
import { problemLines } from './problem-lines.ts'
import { problemList } from './problem-list.ts'
import { summaryLines } from './summary-lines.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** What a text report shows about a recording. */
export interface Shown {
  /** Whether the list of problems comes first. */
  readonly list: boolean
  /** Whether each problem is explained. */
  readonly blocks: boolean
}

/** Returns the report for a terminal: the list of problems, one block per problem, and the commands to run next. */
export function textReport(
  recordings: readonly Examined[],
  problems: readonly NumberedProblem[],
  { list, blocks }: Shown,
  next: readonly string[],
  options: TextOptions,
): string {
  const lists = recordings.map((one) => [
    ...summaryLines(one, options),
    ...blank(
      problemList(
        problems.filter(({ examined }) => examined === one),
        options,
      ),
    ),
  ])
  const rest = recordings.flatMap((one) => [
    foldedLines(one, options),
    worthLines(one, options),
    skippedLines(one, options),
  ])
  return `${[
    ...(list ? lists : []),
    ...(blocks ? problems.map((problem) => problemLines(problem, options)) : []),
    ...(list ? rest : []),
    next,
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const blank = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...lines])

function foldedLines({ diagnoses }: Examined, options: TextOptions): readonly string[] {
  const lines = usuallyAllowedLines(listedAmong(diagnoses, options).filter((one) => options.folds(one)))
  return itemLines(FOLDED, lines, options)
}

/** The problems of requests that aren't listed; `--all` lists them. */
function worthLines({ diagnoses }: Examined, options: TextOptions): readonly string[] {
  const lines = worthALookLines(unlistedAmong(diagnoses, options))
  return itemLines(`${WORTH_A_LOOK} (--all explains them)`, lines, options)
}

const itemLines = (title: string, items: readonly Text[], options: TextOptions): readonly string[] =>
  items.length === 0
    ? []
    : [
        options.style.bold(title),
        ...items.flatMap((item) =>
          wrap(pieces(item, options), { width: options.width, first: '- ', rest: '  ' }),
        ),
      ]

function skippedLines({ skipped }: Examined, { style }: TextOptions): readonly string[] {
  if (skipped.length === 0) return []
  const shown = skipped.slice(0, 5).map(({ entry, why }) => `  log.entries[${entry}].${why}`)
  const rest = skipped.length > 5 ? [`  and ${skipped.length - 5} more`] : []
  return [style.yellow(`${plural(skipped.length, 'entry', 'entries')} could not be read:`), ...shown, ...rest]
}
