import {
  andMore,
  capped,
  type Diagnosis,
  type Explanation,
  explanationOf,
  type Item,
  type Section,
  type Text,
  wordsOf,
} from '../internal.ts'
import { columnsOf } from './columns.ts'
import { fitUrl } from './fit-url.ts'
import { commandText, policyHeaderLines } from './fix-lines.ts'
import { MARK, markStyle } from './mark.ts'
import { messageLines } from './message-lines.ts'
import type { NumberedProblem } from './numbered-problems.ts'
import { pieces } from './pieces.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** Returns the block that explains one problem. */
export function problemLines(
  { number, problem: { example, all } }: NumberedProblem,
  options: TextOptions,
): readonly string[] {
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
  const itemsOf = ({ id, items }: Section): readonly string[] => {
    if (id === 'engines') return paragraph(enginesText(items), '  - ', '    ')
    const { shown, more } = capped(items, options.redaction.limits?.lines)
    return [
      ...shown.flatMap(item),
      ...(more === 0 ? [] : [style.dim(`    ${andMore(more)}; --full shows all`)]),
    ]
  }
  return [
    ...titleLines(number, explanation, all, options),
    '',
    ...paragraph(explanation.headline, '  ', '  ').map(style.bold),
    ...explanation.sections
      .filter(({ id }) => options.sections?.includes(id) ?? true)
      .flatMap((section) => ['', `  ${style.bold(section.title)}`, ...itemsOf(section)]),
    ...(options.sections === undefined ? commandText(explanation.plan) : []).flatMap((words) =>
      paragraph(words, '  - ', '    '),
    ),
  ]
}

/** The browsers on one line; the standard's verdict is under "Why". */
const enginesText = (items: readonly Item[]): Text =>
  items
    .filter(({ picture }) => picture?.type !== 'engine' || picture.engine.id !== 'spec')
    .flatMap(({ text }, i) => (i === 0 ? text : ['; ', ...text]))

function titleLines(
  number: number,
  { type, outcome, method, url, origin }: Explanation,
  all: readonly Diagnosis[],
  { style, redaction, width }: TextOptions,
): readonly string[] {
  const draw = markStyle(type, style)
  const before = `${number}. `
  const shownMethod = redaction.value(method)
  const room = width - before.length - 3 - outcome.length - columnsOf(shownMethod) - 1
  const what = `${shownMethod} ${fitUrl(redaction.url(url), Math.max(20, room))}`
  const gap = ' '.repeat(Math.max(1, width - before.length - 2 - columnsOf(what) - outcome.length))
  const short = ({ verdict: { exchange } }: Diagnosis): string =>
    `${redaction.value(exchange.method)} ${fitUrl(redaction.url(exchange.url).replace(/[?#].*$/s, ''), width - 16)}`
  const distinct = [...new Set(all.map(short))].slice(1)
  return [
    `${before}${draw(MARK[type])} ${style.bold(what)}${gap}${draw(outcome)}`,
    ...(origin === null ? [] : [style.dim(`  from ${redaction.value(origin)}`)]),
    ...distinct.slice(0, 3).map((one) => style.dim(`  and ${one}`)),
    ...(distinct.length > 3 ? [style.dim(`  and ${distinct.length - 3} more`)] : []),
  ]
}
