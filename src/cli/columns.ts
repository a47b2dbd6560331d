import { clusterColumns } from './cluster-columns.ts'

/** Returns the width of a text in terminal columns: two for an ideograph or emoji, none for a combining mark. */
export function columnsOf(words: string): number {
  if (isPlain(words)) return words.length
  let columns = 0
  for (const grapheme of graphemesOf(words)) columns += widthOf(grapheme)
  return columns
}

/**
 * Returns the beginning of a text of at most that many columns, cut between grapheme clusters. It reads no more than
 * needed, because values of megabytes are broken into lines this way.
 */
export function firstColumns(words: string, columns: number): string {
  // One more than fits, because a combining mark after the last character belongs to it.
  const plain = words.slice(0, Math.max(0, columns) + 1)
  if (isPlain(plain)) return plain.slice(0, Math.max(0, columns))
  return taken(graphemesOf(words), columns).join('')
}

/** Returns the end of a text of at most that many columns, cut between grapheme clusters. */
export function lastColumns(words: string, columns: number): string {
  if (isPlain(words)) return words.slice(Math.max(0, words.length - columns))
  return taken([...graphemesOf(words)].reverse(), columns)
    .reverse()
    .join('')
}

/** Returns the first grapheme cluster of a text: what people call a character. https://unicode.org/reports/tr29/ */
export function firstGrapheme(words: string): string {
  const [first = ''] = graphemesOf(words)
  return first
}

/** The widths of clusters: a long text has few different ones. */
const measured = new Map<string, number>()
const MOST_MEASURED = 5000

function widthOf(grapheme: string): number {
  const known = measured.get(grapheme)
  if (known !== undefined) return known
  const width = clusterColumns(grapheme)
  if (measured.size === MOST_MEASURED) measured.clear()
  if (grapheme.length < WINDOW) measured.set(grapheme, width)
  return width
}

/** Whether each code unit of a text is one column: Latin letters, and the punctuation and signs that are printed here. */
const isPlain = (words: string): boolean => /^[ -~¡-¬®-ÿ‐-‧←-↓▶✓✗]*$/.test(words)

/** Made when it's needed for the first time, because loading its tables takes a while. */
let segmenter: Intl.Segmenter | null = null

/** How much is segmented at a time, because the time is quadratic in the length of the text. */
const WINDOW = 256

function* graphemesOf(words: string): Iterable<string> {
  let start = 0
  for (let size = WINDOW; start < words.length; ) {
    const from = start
    const end = from + size + (isPair(words, from + size) ? 1 : 0)
    let last = ''
    segmenter ??= new Intl.Segmenter()
    for (const { segment } of segmenter.segment(words.slice(from, end))) {
      if (last !== '') yield last
      start += last.length
      last = segment
    }
    // The last cluster may continue in the next window.
    if (end >= words.length) return yield last
    size = start === from ? 2 * size : WINDOW
  }
}

/** Whether a cut would separate the halves of one character. */
const isPair = (words: string, at: number): boolean => (words.codePointAt(at - 1) ?? 0) > 0xffff

function taken(graphemes: Iterable<string>, columns: number): string[] {
  const found: string[] = []
  let used = 0
  for (const grapheme of graphemes) {
    used += widthOf(grapheme)
    if (used > columns) break
    found.push(grapheme)
  }
  return found
}
