import { type HeaderList, isToken } from '../fetch/header-list.ts'
import { trim } from '../trim.ts'

/** Returns a header list as lines of text, one header each. */
export const linesOfHeaders = (headers: HeaderList): string =>
  headers.map(({ name, value }) => `${name}: ${value}`).join('\n')

/** The header lines that the user wrote, and those that aren't valid, such as an incomplete line. */
export interface ReadHeaderLines {
  readonly headers: HeaderList
  readonly wrong: readonly string[]
}

/** Returns the headers in lines of text. */
export function headersOfLines(text: string): ReadHeaderLines {
  const headers: { readonly name: string; readonly value: string }[] = []
  const wrong: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (trim(line, '\t ') === '') continue
    const at = line.indexOf(':')
    const name = trim(at < 0 ? '' : line.slice(0, at), '\t ')
    if (isToken(name)) headers.push({ name, value: trim(line.slice(at + 1), '\t ') })
    else wrong.push(line)
  }
  return { headers, wrong }
}
