import { problemLine, redactText } from '../internal.ts'
import { columnsOf, firstColumns } from './columns.ts'
import { fitUrl } from './fit-url.ts'
import { MARK, markStyle } from './mark.ts'
import type { NumberedProblem } from './numbered-problems.ts'
import type { TextOptions } from './text-options.ts'

/** How many columns an address has at most before the reasons stand under each other, and what is left of it at least. */
const MOST = 44
const LEAST = 24

/** How many columns of a reason come before the address's. */
const REASON = 30

/** Returns one line per problem: its number, sign, method, host and path, the reason, and how often it happened. */
export function problemList(problems: readonly NumberedProblem[], options: TextOptions): readonly string[] {
  const { redaction, style, listWidth } = options
  const rows = problems.map(({ number, problem }) => {
    const { type, method, url, reason, count } = problemLine(problem)
    return {
      number: String(number),
      type,
      method: fitUrl(redaction.value(method), 10),
      address: redaction
        .url(url)
        .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
        .replace(/[?#].*$/s, ''),
      // No backticks: a line has no room for them.
      reason: redactText(reason, redaction)
        .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text))
        .join(''),
      times: count === 1 ? '' : `  ×${count.toLocaleString('en')}`,
    }
  })
  const widest = (of: (row: (typeof rows)[number]) => string): number =>
    rows.reduce((most, row) => Math.max(most, columnsOf(of(row))), 0)
  const [numbers, methods] = [widest(({ number }) => number), widest(({ method }) => method)]
  const before = numbers + methods + 6
  const column = Math.min(
    MOST,
    widest(({ address }) => address),
    Math.max(LEAST, listWidth - before - REASON - 2),
  )
  return rows.map(({ number, type, method, address, reason, times }) => {
    // What the reason leaves over is the address's, on this line.
    const room = listWidth - before - 2 - columnsOf(reason + times)
    const where = fitUrl(address, Math.max(LEAST, room))
    const gap = ' '.repeat(Math.max(0, Math.min(column, room) - columnsOf(where)))
    const left = listWidth - before - 2 - columnsOf(where + gap + times)
    const told = columnsOf(reason) <= left ? reason : `${firstColumns(reason, Math.max(8, left - 1))}…`
    const draw = markStyle(type, style)
    return [
      `${' '.repeat(numbers - number.length)}${number}  ${draw(MARK[type])}  `,
      `${method}${' '.repeat(methods - columnsOf(method))} `,
      `${style.bold(where)}${gap}  ${told}${style.bold(times)}`,
    ].join('')
  })
}
