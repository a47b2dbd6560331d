import {
  type Diagnosis,
  type Examined,
  type Explanation,
  engines,
  explanationOf,
  type Inline,
  type Problem,
  problemsOf,
  redactText,
  type Text,
  type VerdictType,
  whyPreflights,
} from '../internal.ts'
import { columnsOf } from './columns.ts'
import { exchangeLines } from './exchange-lines.ts'
import { fitUrl } from './fit-url.ts'
import { fixLines } from './fix-lines.ts'
import type { TextOptions } from './text-options.ts'
import { type Margins, type Piece, wrap } from './wrap.ts'

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
    ...problemsOf(one.diagnoses.filter(options.includes)).map((problem) => problemLines(problem, options)),
    skippedLines(one, options),
  ])
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

function summaryLines(
  { recording, entries, diagnoses }: Examined,
  { style, redaction, width }: TextOptions,
): readonly string[] {
  const count = (type: VerdictType): number => diagnoses.filter(({ verdict }) => verdict.type === type).length
  const crossOrigin = diagnoses.length - count('not-cors')
  const browser = recording.browser === 'unknown' ? 'browser unknown' : engines[recording.browser].title
  const parts = [
    [count('blocked'), 'blocked'],
    [count('depends'), 'depend on what was not recorded'],
    [count('unexplained'), 'failed for a reason that the headers do not show'],
    [count('cannot-tell'), 'cannot be told'],
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

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function problemLines({ example, all }: Problem, options: TextOptions): readonly string[] {
  const { style } = options
  const explanation = explanationOf(example)
  const paragraph = (text: Text, first: string, rest: string): readonly string[] =>
    wrap(pieces(text, options), { width: options.width, first, rest })
  const section = (title: string, items: readonly Text[]): readonly string[] =>
    items.length === 0
      ? []
      : ['', `  ${style.bold(title)}`, ...items.flatMap((item) => paragraph(item, '  - ', '    '))]
  const { causes, alsoFailing, rootCauses, cautions } = explanation
  const failed = causes.length > 0 || explanation.type === 'unexplained'
  return [
    ...titleLines(explanation, all, options),
    '',
    ...paragraph(explanation.headline, '  ', '  ').map(style.bold),
    ...causes.flatMap(({ summary, detail, assumption }, i) => [
      ...(i === 0 ? [] : ['', ...paragraph(summary, '  ', '  ').map(style.bold)]),
      ...paragraph(detail, '  ', '  '),
      ...(assumption === null ? [] : paragraph(assumption, '  ', '  ').map(style.dim)),
    ]),
    '',
    ...exchangeLines(explanation.sequence, options),
    ...section(
      'Would fail next',
      alsoFailing.map(({ summary, assumption }) =>
        assumption === null ? summary : [...summary, ' ', ...assumption],
      ),
    ),
    ...section(
      causesTitle(explanation),
      rootCauses.map(({ confidence, summary, detail }) => [
        ...summary,
        ' ',
        ...detail,
        ` (confidence: ${confidence})`,
      ]),
    ),
    ...section('Preflight', failed && !isSettled(explanation) ? whyPreflights(all) : []),
    ...section('Not known', explanation.unknown),
    ...engineLines(explanation, options),
    ...section(
      'Also',
      cautions.map(({ summary, detail }) => [...summary, ' ', ...detail]),
    ),
    ...fixLines(explanation.plan, options, paragraph),
  ]
}

/** Whether the recording itself names the reason, and it is none of CORS. */
const isSettled = ({ type, rootCauses }: Explanation): boolean =>
  type === 'unexplained' && rootCauses[0]?.confidence === 'high'

function causesTitle(explanation: Explanation): string {
  if (isSettled(explanation)) return 'Because'
  return explanation.type === 'unexplained' ? 'What it can be' : 'Likely because'
}

function titleLines(
  { type, method, url, origin }: Explanation,
  all: readonly Diagnosis[],
  { style, redaction, width }: TextOptions,
): readonly string[] {
  const draw = type === 'blocked' ? style.red : type === 'shared' ? style.green : style.yellow
  const count = all.length === 1 ? type : `${type}, ${all.length} requests`
  const room = width - 3 - count.length - columnsOf(redaction.value(method)) - 1
  const what = `${redaction.value(method)} ${fitUrl(redaction.url(url), Math.max(20, room))}`
  const gap = ' '.repeat(Math.max(1, width - 2 - columnsOf(what) - count.length))
  const short = ({ verdict: { exchange } }: Diagnosis): string =>
    `${redaction.value(exchange.method)} ${fitUrl(redaction.url(exchange.url).replace(/[?#].*$/s, ''), width - 16)}`
  const distinct = [...new Set(all.map(short))].slice(1)
  return [
    `${draw(MARK[type])} ${style.bold(what)}${gap}${draw(count)}`,
    ...(origin === null ? [] : [style.dim(`  from ${redaction.value(origin)}`)]),
    ...distinct.slice(0, 3).map((one) => style.dim(`  and ${one}`)),
    ...(distinct.length > 3 ? [style.dim(`  and ${distinct.length - 3} more`)] : []),
  ]
}

function engineLines(
  { engines: all, causes, type }: Explanation,
  { style, redaction, width }: TextOptions,
): readonly string[] {
  const told = all.filter(
    ({ id, codes, outcome }) => id !== 'spec' && (codes.length > 0 || outcome === 'shared'),
  )
  if (told.length === 0 || (causes.length === 0 && type !== 'unexplained')) return []
  return [
    '',
    `  ${style.bold('In each browser')}`,
    ...told.flatMap(({ title, codes, outcome }) => {
      const words = codes.length > 0 ? codes.join(' or ') : outcome
      const margins: Margins = { width, first: `  - ${title.padEnd(8)} `, rest: ' '.repeat(13) }
      return wrap([{ words: redaction.value(words), draw: same }], margins)
    }),
  ]
}

function skippedLines({ skipped }: Examined, { style, redaction }: TextOptions): readonly string[] {
  if (skipped.length === 0) return []
  const shown = skipped.slice(0, 5).map(({ entry, why }) => `  log.entries[${entry}].${redaction.value(why)}`)
  const rest = skipped.length > 5 ? [`  and ${skipped.length - 5} more`] : []
  return [style.yellow(`${plural(skipped.length, 'entry', 'entries')} could not be read:`), ...shown, ...rest]
}

/** Returns a text as pieces to be wrapped; values stand in backticks where there is no colour to tell them. */
function pieces(text: Text, { style, redaction }: TextOptions): readonly Piece[] {
  return redactText(text, redaction).map((part: Inline): Piece => {
    if (typeof part === 'string') return { words: part, draw: same }
    if ('code' in part) return { words: `\`${part.code}\``, draw: style.cyan }
    return { words: `${part.text} (${part.link})`, draw: same }
  })
}

const same = (words: string): string => words
