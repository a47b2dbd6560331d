import { firstColumns } from './columns.ts'

/** A progress line on a terminal, which is removed when anything else is printed. */
export interface ProgressLine {
  /** Shows a text, unless the previous one is too recent. */
  show(words: string): void
  clear(): void
}

/** Shorter work shows no line, and each text is shown for at least this long, in milliseconds. */
const AFTER = 400
const STAYS = 100

/** The width of a terminal that doesn't state it. */
const USUAL = 80

/** Returns the progress line of a terminal with the given columns; `now` is a clock in milliseconds. */
export function progressLine(
  write: (text: string) => void,
  columns: () => number,
  now: () => number,
): ProgressLine {
  const began = now()
  let shown = Number.NEGATIVE_INFINITY
  let isThere = false
  return {
    show(words) {
      const at = now()
      if (at - began < AFTER || at - shown < STAYS) return
      shown = at
      isThere = true
      // A wrapped line couldn't be removed.
      write(`\r\x1b[K${firstColumns(words, (columns() || USUAL) - 1)}`)
    },
    clear() {
      if (isThere) write('\r\x1b[K')
      isThere = false
    },
  }
}
