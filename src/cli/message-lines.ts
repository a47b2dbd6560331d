import { andMore, capped, type HeaderLine, keptFromPage, type Message, messageWords } from '../internal.ts'
import { columnsOf } from './columns.ts'
import { fitUrl } from './fit-url.ts'
import type { TextOptions } from './text-options.ts'
import { wrap } from './wrap.ts'

/** Returns a message as request and response, with a marker before wrong lines. */
export function messageLines(message: Message, options: TextOptions): readonly string[] {
  const { style, redaction, width } = options
  const { kind, place, sent, status } = message
  const kept = keptFromPage(message)
  const label = [
    ...(kind === 'preflight' ? [messageWords.preflight] : []),
    ...(place === null ? [] : [place]),
  ]
  const note = sent === false ? messageWords.neverSent : label.join(', ')
  const method = redaction.value(message.method)
  const url = fitUrl(redaction.url(message.url), Math.max(20, width - 8 - columnsOf(method) - note.length))
  const answer =
    status === null
      ? sent === false
        ? []
        : [style.dim(`      (${messageWords.noResponse})`)]
      : [marked(status.guilty, `< ${status.code} ${redaction.value(status.text)}`.trimEnd(), options)]
  return [
    `    ${style.bold(`${method} ${url}`)}${' '.repeat(Math.max(2, width - 5 - columnsOf(method) - columnsOf(url) - note.length))}${style.dim(note)}`,
    ...(sent === false ? [] : headerLines(message.request, '>', options)),
    ...answer,
    ...headerLines(message.response, '<', options),
    ...(kept === null ? [] : [style.dim(`      (${kept})`)]),
  ]
}

/** The direction of a header. */
type Arrow = '>' | '<'

function headerLines(all: readonly HeaderLine[], arrow: Arrow, options: TextOptions): readonly string[] {
  const { shown, more } = capped(all, options.redaction.limits?.lines, ({ guilty }) => guilty)
  const rest = more === 0 ? [] : [options.style.dim(`      (${andMore(more)}; --full shows all)`)]
  return [...shown.flatMap((header) => headerLine(arrow, header, options)), ...rest]
}

function headerLine(
  arrow: Arrow,
  { name, value, guilty }: HeaderLine,
  options: TextOptions,
): readonly string[] {
  const { redaction, width, style } = options
  const side = arrow === '>' ? 'request' : 'response'
  const shown = value === null ? messageWords.missing : redaction.header(name, value, side)
  const margins = { width, first: `${guilty ? '  ▶   ' : '      '}${arrow} `, rest: ' '.repeat(10) }
  const lines = wrap([{ words: `${redaction.value(name)}: ${shown}`, draw: (words) => words }], margins)
  return guilty ? lines.map(style.red) : lines
}

const marked = (guilty: boolean, words: string, { style }: TextOptions): string =>
  guilty ? style.red(`  ▶   ${words}`) : `      ${words}`
