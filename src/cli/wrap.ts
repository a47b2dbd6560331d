/** Words that are drawn in one way. */
export interface Piece {
  readonly words: string
  readonly draw: (words: string) => string
}

/** Where the lines of a paragraph begin and end. */
export interface Margins {
  readonly width: number
  /** Put before the first line and before all others. */
  readonly first: string
  readonly rest: string
}

/**
 * Returns a paragraph as lines that fit the width, broken at spaces; a word that is longer than a line is broken
 * where the line ends.
 */
export function wrap(pieces: readonly Piece[], { width, first, rest }: Margins): readonly string[] {
  const lines: string[] = []
  let drawn = first
  let used = first.length
  let fresh = true
  const newLine = (): void => {
    lines.push(drawn.trimEnd())
    drawn = rest
    used = rest.length
    fresh = true
  }
  for (const { words, draw } of pieces) {
    for (const token of words.split(/(\s+)/)) {
      if (token === '') continue
      if (/^\s+$/.test(token)) {
        if (!fresh && used < width) {
          drawn += ' '
          used++
        }
        continue
      }
      let left = token
      // A token that follows another without a space between them (a closing full stop) stays with it.
      if (!fresh && used + left.length > width && (drawn.endsWith(' ') || left.length > 1)) newLine()
      while (rest.length + left.length > width && used + left.length > width) {
        const room = Math.max(1, width - used)
        drawn += draw(left.slice(0, room))
        left = left.slice(room)
        fresh = false
        newLine()
      }
      drawn += draw(left)
      used += left.length
      fresh = false
    }
  }
  if (!fresh || lines.length === 0) lines.push(drawn.trimEnd())
  return lines
}
