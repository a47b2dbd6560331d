/** How a language is scanned. */
export interface Scanned {
  readonly comment: RegExp
  readonly quotes: string
}

const HASH: Scanned = { comment: /#.*/y, quotes: `'"` }
const SLASHES: Scanned = { comment: /\/\/.*|\/\*[\s\S]*?\*\//y, quotes: `'"\`` }

const SCANNED: Readonly<Record<string, Scanned>> = {
  js: SLASHES,
  mjs: SLASHES,
  cjs: SLASHES,
  ts: SLASHES,
  go: SLASHES,
  php: SLASHES,
}

/** Returns how a file is scanned, by what its name ends with. */
export const scannedAs = (file: string): Scanned => SCANNED[file.split('.').at(-1) ?? ''] ?? HASH

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * Returns where the code that begins at `start` ends: after the first character for which `isEnd` holds outside of all
 * brackets, strings and comments that open there, or before the bracket that closes what is around it.
 */
export function endOf(
  source: string,
  start: number,
  { comment, quotes }: Scanned,
  isEnd: (at: number, closed: boolean) => boolean,
): number {
  const open: string[] = []
  for (let at = start; at < source.length; at++) {
    comment.lastIndex = at
    const found = comment.exec(source)
    if (found !== null && found[0] !== '') {
      at += found[0].length - 1
      continue
    }
    const character = source[at] ?? ''
    if (quotes.includes(character)) {
      const closed = closingQuote(source, at)
      if (closed > at) at = closed
      continue
    }
    const closing = CLOSING[character]
    if (closing !== undefined) {
      open.push(closing)
      continue
    }
    if (open.length === 0 && ')]}'.includes(character) && character !== '') return at
    const closed = open.at(-1) === character
    if (closed) open.pop()
    if (open.length === 0 && isEnd(at, closed)) return at + 1
  }
  return source.length
}

function closingQuote(source: string, at: number): number {
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === source[at]) return i
    else if (source[i] === '\n' && source[at] !== '`') return at
  }
  return at
}
