import {
  type Diagnosis,
  type Examined,
  type Explanation,
  engines,
  explanationOf,
  FOLDED,
  type Inline,
  type Item,
  isUsuallyAllowed,
  type Problem,
  plural,
  problemsOf,
  redactText,
  type Text,
  usuallyAllowedLines,
  type VerdictType,
  WORTH_A_LOOK,
  wordsOf,
  worthALookLines,
} from '../internal.ts'
import { columnsOf } from './columns.ts'
import { fitUrl } from './fit-url.ts'
import { commandText, policyHeaderLines } from './fix-lines.ts'
import { messageLines } from './message-lines.ts'
import type { TextOptions } from './text-options.ts'
import { type Piece, wrap } from './wrap.ts'

const MARK = {
  blocked: '✗',
  depends: '?',
  unexplained: '!',
  'cannot-tell': '?',
  shared: '✓',
  'not-cors': '·',
} as const

/** Returns the report for a terminal: one block per problem, then what is to be changed for each API. */
export function textReport(examined: readonly Examined[], options: TextOptions): string {
  const blocks = examined.flatMap((one) => [
    summaryLines(one, options),
    ...problemsOf(listedIn(one, options, false)).map((problem) => problemLines(problem, options)),
    foldedLines(listedIn(one, options, true), options),
    worthLines(one, options),
    skippedLines(one, options),
  ])
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

/** The fetches that are listed, those that are folded into one line per API or the others. */
const listedIn = ({ diagnoses }: Examined, { includes, folds }: TextOptions, folded: boolean) =>
  diagnoses.filter((diagnosis) => includes(diagnosis) && folds(diagnosis) === folded)

function foldedLines(diagnoses: readonly Diagnosis[], options: TextOptions): readonly string[] {
  const lines = usuallyAllowedLines(diagnoses)
  const margins = { width: options.width, first: '- ', rest: '  ' }
  return lines.length === 0
    ? []
    : [options.style.bold(FOLDED), ...lines.flatMap((line) => wrap(pieces(line, options), margins))]
}

/** What hurts in requests that aren't listed; `--all` lists them. */
function worthLines({ diagnoses }: Examined, options: TextOptions): readonly string[] {
  const lines = worthALookLines(diagnoses.filter((diagnosis) => !options.includes(diagnosis)))
  const margins = { width: options.width, first: '- ', rest: '  ' }
  return lines.length === 0
    ? []
    : [
        options.style.bold(`${WORTH_A_LOOK} (--all explains them)`),
        ...lines.flatMap((line) => wrap(pieces(line, options), margins)),
      ]
}

function summaryLines(
  { recording, entries, diagnoses }: Examined,
  { style, redaction, width }: TextOptions,
): readonly string[] {
  const count = (type: VerdictType): number => diagnoses.filter(({ verdict }) => verdict.type === type).length
  const crossOrigin = diagnoses.length - count('not-cors')
  const browser = recording.browser === 'unknown' ? 'browser unknown' : engines[recording.browser].title
  const unrecorded = diagnoses.filter(
    ({ verdict: { type, exchange } }) => type === 'cannot-tell' && exchange.observed.outcome === 'blocked',
  ).length
  const usual = diagnoses.filter(({ verdict }) => isUsuallyAllowed(verdict)).length
  const parts = [
    [count('blocked'), 'blocked'],
    [count('depends') - usual, 'depend on what was not recorded'],
    [usual, 'allowed in the usual case'],
    [count('unexplained'), 'failed for a reason that the headers do not show'],
    [count('cannot-tell') - unrecorded, 'cannot be told'],
    [unrecorded, 'blocked for a reason that was not recorded'],
    [count('shared'), 'shared'],
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  const tally = `${plural(entries, 'entry', 'entries')}, ${plural(crossOrigin, 'cross-origin request', 'cross-origin requests')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`
  const margins = { width, first: '', rest: '' }
  return [
    ...wrap(
      [
        { words: redaction.value(recording.name), draw: style.bold },
        { words: ` (${redaction.value(recording.creator)}, ${browser})`, draw: style.dim },
      ],
      margins,
    ),
    ...wrap([{ words: tally, draw: same }], margins),
  ]
}

function problemLines({ example, all }: Problem, options: TextOptions): readonly string[] {
  const { style } = options
  const explanation = explanationOf(example, all)
  const paragraph = (text: Text, first: string, rest: string): readonly string[] =>
    wrap(pieces(text, options), { width: options.width, first, rest })
  const item = (one: Item): readonly string[] => {
    if (one.picture?.type === 'message') return messageLines(one.picture.message, options)
    if (one.picture?.type === 'headers')
      return [
        ...paragraph(one.picture.group.title, '    ', '    '),
        ...policyHeaderLines(one.picture.group, options),
      ]
    return paragraph(wordsOf(one), '  - ', '    ')
  }
  return [
    ...titleLines(explanation, all, options),
    '',
    ...paragraph(explanation.headline, '  ', '  ').map(style.bold),
    ...explanation.sections.flatMap(({ title, items }) => [
      '',
      `  ${style.bold(title)}`,
      ...items.flatMap(item),
    ]),
    ...commandText(explanation.plan).flatMap((words) => paragraph(words, '  ', '  ')),
  ]
}

function titleLines(
  { type, outcome, method, url, origin }: Explanation,
  all: readonly Diagnosis[],
  { style, redaction, width }: TextOptions,
): readonly string[] {
  const draw = type === 'blocked' ? style.red : type === 'shared' ? style.green : style.yellow
  const room = width - 3 - outcome.length - columnsOf(redaction.value(method)) - 1
  const what = `${redaction.value(method)} ${fitUrl(redaction.url(url), Math.max(20, room))}`
  const gap = ' '.repeat(Math.max(1, width - 2 - columnsOf(what) - outcome.length))
  const short = ({ verdict: { exchange } }: Diagnosis): string =>
    `${redaction.value(exchange.method)} ${fitUrl(redaction.url(exchange.url).replace(/[?#].*$/s, ''), width - 16)}`
  const distinct = [...new Set(all.map(short))].slice(1)
  return [
    `${draw(MARK[type])} ${style.bold(what)}${gap}${draw(outcome)}`,
    ...(origin === null ? [] : [style.dim(`  from ${redaction.value(origin)}`)]),
    ...distinct.slice(0, 3).map((one) => style.dim(`  and ${one}`)),
    ...(distinct.length > 3 ? [style.dim(`  and ${distinct.length - 3} more`)] : []),
  ]
}

function skippedLines({ skipped }: Examined, { style, redaction }: TextOptions): readonly string[] {
  if (skipped.length === 0) return []
  const shown = skipped.slice(0, 5).map(({ entry, why }) => `  log.entries[${entry}].${redaction.value(why)}`)
  const rest = skipped.length > 5 ? [`  and ${skipped.length - 5} more`] : []
  return [style.yellow(`${plural(skipped.length, 'entry', 'entries')} could not be read:`), ...shown, ...rest]
}

/** Returns a text as pieces to be wrapped; values stand in backticks where there is no color to tell them. */
function pieces(text: Text, { style, redaction }: TextOptions): readonly Piece[] {
  return redactText(text, redaction).map((part: Inline): Piece => {
    if (typeof part === 'string') return { words: part, draw: same }
    if ('code' in part) return { words: `\`${part.code}\``, draw: style.cyan }
    return { words: `${part.text} (${part.link})`, draw: same }
  })
}

const same = (words: string): string => words
