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
  /** What stands at the end, such as how often it happened. */
  readonly end: string
}

/** How many columns an address has at most before the reasons stand under each other, and what is left of it at least. */
const MOST = 44
const LEAST = 24

/** How many columns of a reason come before the address's. */
const REASON = 30

/** Returns one line per request: its number, sign, method, host and path, the reason, and what stands at the end. */
export function listLines(
  requests: readonly ListRow[],
  {
    redaction,
    style,
    listWidth,
  }: { readonly redaction: Redaction; readonly style: Style; readonly listWidth: number },
): readonly string[] {
  const rows = requests.map(({ number, method, url, reason, ...row }) => ({
    ...row,
    number: String(number),
    method: fitUrl(redaction.value(method), 10),
    address: redaction
      .url(url)
      .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
      .replace(/[?#].*$/s, ''),
    // No backticks: a line has no room for them.
    reason: redactText(reason, redaction)
      .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text))
      .join(''),
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
  return rows.map(({ number, mark, draw, method, address, reason, end }) => {
    // What the reason leaves over is the address's, on this line.
    const room = listWidth - before - 2 - columnsOf(reason + end)
    const where = fitUrl(address, Math.max(LEAST, room))
    const gap = ' '.repeat(Math.max(0, Math.min(column, room) - columnsOf(where)))
    const left = listWidth - before - 2 - columnsOf(where + gap + end)
    const told = columnsOf(reason) <= left ? reason : `${firstColumns(reason, Math.max(8, left - 1))}…`
    return [
      `${' '.repeat(numbers - number.length)}${number}  ${draw(mark)}  `,
      `${method}${' '.repeat(methods - columnsOf(method))} `,
      `${style.bold(where)}${gap}  ${told}${style.bold(end)}`,
    ].join('')
  })
}
