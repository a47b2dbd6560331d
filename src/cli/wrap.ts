import { columnsOf, firstColumns, firstGrapheme } from './columns.ts'

/** Words that are drawn in one way. */
export interface Piece {
  readonly words: string
  readonly draw: (words: string) => string
}

/** Where the lines of a paragraph begin and end. */
export interface Margins {
  /** In columns. */
  readonly width: number
  /** Put before the first line and before all others. */
  readonly first: string
  readonly rest: string
}

/**
 * Returns a paragraph as lines that fit the width, broken at spaces; a word that is longer than a line is broken
 * where the line ends, never within a grapheme cluster.
 */
export function wrap(pieces: readonly Piece[], { width, first, rest }: Margins): readonly string[] {
  const lines: string[] = []
  let line = { drawn: first, used: columnsOf(first), empty: true }
  const newLine = (): void => {
    lines.push(line.drawn)
    line = { drawn: rest, used: columnsOf(rest), empty: true }
  }
  const put = (words: string, draw: Piece['draw']): void => {
    line = { drawn: line.drawn + draw(words), used: line.used + columnsOf(words), empty: false }
  }
  for (const word of wordsOf(pieces)) {
    const length = word.reduce((sum, { words }) => sum + columnsOf(words), 0)
    if (!line.empty && line.used + 1 + length > width) newLine()
    if (!line.empty) put(' ', same)
    for (const { words, draw } of word) {
      let left = words
      while (left !== '') {
        if (firstColumns(left, width - line.used) === '' && line.used > columnsOf(rest)) newLine()
        // What does not even fit a line of its own stands on one all the same.
        const fitting = firstColumns(left, width - line.used) || firstGrapheme(left)
        put(fitting, draw)
        left = left.slice(fitting.length)
      }
    }
  }
  lines.push(line.drawn.trimEnd())
  return lines
}

/** What stands between two spaces; a full stop after a quoted value belongs to the same word as the value. */
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
