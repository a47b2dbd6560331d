import { type Redaction, redactText, type Text } from '../internal.ts'
import { columnsOf, firstColumns } from './columns.ts'
import { fitUrl } from './fit-url.ts'
import type { Style } from './style.ts'

/** One line of a list of requests. */
export interface ListRow {
  readonly number: number
  readonly mark: string
  readonly draw: (words: string) => string
  readonly method: string
  readonly url: string
  readonly reason: Text
  /** What distinguishes it from a request whose line reads the same. */
  readonly differs?: Text
  /** What stands at the end, such as how often it happened. */
  readonly end: string
}

/** How many columns an address has at most before the reasons stand under each other, and what is left of it at least. */
const MOST = 44
const LEAST = 24

/** How many columns of a reason come before the address's. */
const REASON = 30

/**
 * Returns one line per request: its number, sign, method, host and path, the reason, and what stands at the end. What
 * differs follows the reason, or stands on the next line where there's no room.
 */
export function listLines(
  requests: readonly ListRow[],
  {
    redaction,
    style,
    listWidth,
  }: { readonly redaction: Redaction; readonly style: Style; readonly listWidth: number },
): readonly string[] {
  // No backticks: a line has no room for them.
  const inLine = (words: Text): string =>
    redactText(words, redaction)
      .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text))
      .join('')
  const rows = requests.map(({ number, method, url, reason, differs = [], ...row }) => ({
    ...row,
    number: String(number),
    method: fitUrl(redaction.value(method), 10),
    address: redaction
      .url(url)
      .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
      .replace(/[?#].*$/s, ''),
    reason: inLine(reason),
    differs: inLine(differs),
  }))
  const widest = (of: (row: (typeof rows)[number]) => string): number =>
    rows.reduce((most, row) => Math.max(most, columnsOf(of(row))), 0)
  const [numbers, methods] = [widest(({ number }) => number), widest(({ method }) => method)]
  const before = numbers + methods + 6
  const column = Math.min(
    MOST,
    widest(({ address }) => address),
    Math.max(LEAST, listWidth - before - REASON - 2),
  )
  return rows.flatMap(({ number, mark, draw, method, address, reason, differs, end }) => {
    // What the reason leaves over is the address's, on this line.
    const room = listWidth - before - 2 - columnsOf(reason + end)
    const where = fitUrl(address, Math.max(LEAST, room))
    const gap = ' '.repeat(Math.max(0, Math.min(column, room) - columnsOf(where)))
    const left = listWidth - before - 2 - columnsOf(where + gap + end)
    const whole = differs === '' ? reason : `${reason} · ${differs}`
    const isWhole = columnsOf(whole) <= left
    const line = [
      `${' '.repeat(numbers - number.length)}${number}  ${draw(mark)}  `,
      `${method}${' '.repeat(methods - columnsOf(method))} `,
      `${style.bold(where)}${gap}  ${isWhole ? whole : cut(reason, Math.max(9, left))}${style.bold(end)}`,
    ].join('')
    if (isWhole || differs === '') return [line]
    const start = ' '.repeat(before - methods - 1)
    return [line, style.dim(`${start}${cut(differs, listWidth - start.length)}`)]
  })
}

const cut = (words: string, columns: number): string =>
  columnsOf(words) <= columns ? words : `${firstColumns(words, columns - 1)}…`
