import { columnsOf, firstColumns, firstGrapheme } from './columns.ts'

/** Text with one style. */
export interface Piece {
  readonly words: string
  readonly draw: (words: string) => string
}

/** The indentation and width of a paragraph. */
export interface Margins {
  /** In columns. */
  readonly width: number
  /** The prefixes of the first line and of all others. */
  readonly first: string
  readonly rest: string
}

/**
 * Returns a paragraph as lines that fit the width, broken at spaces; a word longer than a line is broken at the line end,
 * but never within a grapheme cluster.
 */
export function wrap(pieces: readonly Piece[], { width, first, rest }: Margins): readonly string[] {
  const lines: string[] = []
  let line = { drawn: first, used: columnsOf(first), empty: true }
  const newLine = (): void => {
    lines.push(line.drawn)
    line = { drawn: rest, used: columnsOf(rest), empty: true }
  }
  const put = (words: string, columns: number, draw: Piece['draw']): void => {
    line = { drawn: line.drawn + draw(words), used: line.used + columns, empty: false }
  }
  for (const word of wordsOf(pieces)) {
    let length = 0
    for (const { words } of word) length += columnsOf(words)
    if (!line.empty && line.used + 1 + length > width) newLine()
    if (!line.empty) put(' ', 1, same)
    for (const { words, draw } of word) {
      let left = words
      const columns = word.length === 1 ? length : columnsOf(words)
      // Nearly always it fits.
      if (line.used + columns <= width) {
        put(words, columns, draw)
        left = ''
      }
      while (left !== '') {
        if (firstColumns(left, width - line.used) === '' && line.used > columnsOf(rest)) newLine()
        // A cluster that is wider than a line still gets one.
        const fitting = firstColumns(left, width - line.used) || firstGrapheme(left)
        put(fitting, columnsOf(fitting), draw)
        left = left.slice(fitting.length)
      }
    }
  }
  lines.push(line.drawn.trimEnd())
  return lines
}

/** Text between two spaces; a period after a quoted value belongs to the same word. */
type Word = readonly Piece[]

function wordsOf(pieces: readonly Piece[]): readonly Word[] {
  const words: Piece[][] = [[]]
  for (const { words: text, draw } of pieces) {
    for (const [i, token] of text.split(/\s+/).entries()) {
      if (i > 0) words.push([])
      if (token !== '') words[words.length - 1]?.push({ words: token, draw })
    }
  }
  return words.filter((word) => word.length > 0)
}

const same = (words: string): string => words
