import { firstColumns } from './columns.ts'

/** One line of a terminal that says how far the work is, and is gone when other things are printed. */
export interface ProgressLine {
  /** Shows words in the line, if the last ones have been there for long enough. */
  show(words: string): void
  clear(): void
}

/** Work that ends sooner shows no line, and a line stays for at least so long, in milliseconds. */
const AFTER = 400
const STAYS = 100

/** Returns the line of a terminal of so many columns; `now` is a clock in milliseconds. */
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
      // A line that wraps couldn't be taken back.
      write(`\r\x1b[K${firstColumns(words, columns() - 1)}`)
    },
    clear() {
      if (isThere) write('\r\x1b[K')
      isThere = false
    },
  }
}
