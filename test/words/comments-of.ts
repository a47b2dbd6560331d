import { parseSync } from 'vite'

/** Returns the comments of a source file, each as one line; `//` comments on consecutive lines are one. */
export function commentsOf(path: string, source: string): readonly string[] {
  const { comments } = parseSync(path, source)
  const joined: { readonly end: number; readonly words: string }[] = []
  for (const { type, value, start, end } of comments) {
    const words = value.replace(/^\s*\*+ ?/gm, '').trim()
    const last = joined.at(-1)
    if (type === 'Line' && last !== undefined && /^\n\s*$/.test(source.slice(last.end, start)))
      joined.splice(-1, 1, { end, words: `${last.words} ${words}` })
    else joined.push({ end, words })
  }
  return joined.map(({ words }) => words.replace(/\s+/g, ' '))
}
