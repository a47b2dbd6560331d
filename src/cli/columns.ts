import stringWidth from 'string-width'

/** Returns how many columns of a terminal words take: two for an ideograph or emoji, none for a combining mark. */
export const columnsOf = (words: string): number => stringWidth(words)

/** Returns the beginning of words that takes so many columns at most, cut between two grapheme clusters. */
export function firstColumns(words: string, columns: number): string {
  if (isPlain(words)) return words.slice(0, Math.max(0, columns))
  return taken(graphemesOf(words), columns).join('')
}

/** Returns the end of words that takes so many columns at most, cut between two grapheme clusters. */
export function lastColumns(words: string, columns: number): string {
  if (isPlain(words)) return words.slice(Math.max(0, words.length - columns))
  return taken([...graphemesOf(words)].reverse(), columns)
    .reverse()
    .join('')
}

/** Returns the first grapheme cluster of words: what people call a character. https://unicode.org/reports/tr29/ */
export function firstGrapheme(words: string): string {
  const [first = ''] = graphemesOf(words)
  return first
}

/** Whether each unit of a text is one column. */
const isPlain = (words: string): boolean => /^[ -~]*$/.test(words)

const segmenter = new Intl.Segmenter()

function* graphemesOf(words: string): Iterable<string> {
  for (const { segment } of segmenter.segment(words)) yield segment
}

function taken(graphemes: Iterable<string>, columns: number): string[] {
  const found: string[] = []
  let used = 0
  for (const grapheme of graphemes) {
    used += columnsOf(grapheme)
    if (used > columns) break
    found.push(grapheme)
  }
  return found
}
