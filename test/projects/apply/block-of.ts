import { endOf, scannedAs } from './end-of.ts'

/** What stands between the line that opens a block and what closes it. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Returns the block that opens on the line of a place: in braces, or as a section of Apache. */
export function blockOf(file: string, source: string, at: number): Block | null {
  const line = source.slice(at, source.indexOf('\n', at))
  const section = /^\s*<(\w+)/.exec(line)
  const open = at + line.indexOf('{')
  if (section === null && open < at) return null
  const start =
    section === null ? Math.min(source.indexOf('\n', open), source.length) + 1 : source.indexOf('\n', at) + 1
  const end =
    section === null
      ? endOf(source, open, scannedAs(file), (_, closed) => closed) - 1
      : source.indexOf(`</${section[1]}>`, start)
  return { start, end: lineStartIfBlank(source, end), text: source.slice(start, end) }
}

/** What closes a block stands on a line of its own as a rule. */
function lineStartIfBlank(source: string, at: number): number {
  const start = source.lastIndexOf('\n', at - 1) + 1
  return source.slice(start, at).trim() === '' ? start : at
}
