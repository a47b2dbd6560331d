import { endOf, scannedAs } from './end-of.ts'

/** A part of a text. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Returns the statement or directive that begins on the line of a place, with the end of its line. */
export function statementAt(file: string, source: string, at: number): Range {
  const from = source.lastIndexOf('\n', at - 1) + 1
  const start = from + (/^[ \t]*/.exec(source.slice(from))?.[0].length ?? 0)
  const bySemicolon = /nginx.*\.conf$/.test(file)
  const end = endOf(source, start, scannedAs(file), (i) => {
    if (bySemicolon) return source[i] === ';'
    return source[i] === '\n' && source[i - 1] !== '\\' && !/^\s*(\.|&&|\|\|)/.test(source.slice(i))
  })
  const line = source.indexOf('\n', end)
  return { from, to: bySemicolon ? (line === -1 ? source.length : line + 1) : end }
}
