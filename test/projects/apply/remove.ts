import type { Extent, Find } from '../../../src/fix/placements/find.ts'
import { endOf, scannedAs } from './end-of.ts'
import { type Range, statementAt } from './statement-at.ts'

/** Returns a file without what these patterns find, one pattern after the other. */
export const remove = (file: string, source: string, removals: readonly Find[]): string =>
  removals.reduce((left, { find, takes }) => removeAll(file, left, find, takes), source)

function removeAll(file: string, source: string, find: string, takes: Extent): string {
  const pattern = new RegExp(find, 'gim')
  for (let found = pattern.exec(source); found !== null; found = pattern.exec(source)) {
    // In a comment it does nothing.
    const line = source.slice(source.lastIndexOf('\n', found.index) + 1, found.index)
    if (/^\s*(#|\/\/)/.test(line + found[0])) continue
    const { from, to } = EXTENTS[takes](file, source, found.index, found[0])
    source = source.slice(0, from) + emptied(file, source, from, to) + source.slice(to)
    pattern.lastIndex = from
  }
  return source
}

const lineStart = (source: string, at: number): number => source.lastIndexOf('\n', at - 1) + 1
const pastLine = (source: string, at: number): number => {
  const end = source.indexOf('\n', at)
  return end === -1 ? source.length : end + 1
}

/** Python wants a statement in every block. */
function emptied(file: string, source: string, from: number, to: number): string {
  const depth = (line: string): number => line.length - line.trimStart().length
  const before = source.slice(0, from).trimEnd().split('\n').at(-1) ?? ''
  const removed = source.slice(from, to)
  const after =
    source
      .slice(to)
      .split('\n')
      .find((line) => line.trim() !== '') ?? ''
  const isEmpty = file.endsWith('.py') && before.endsWith(':') && depth(after) < depth(removed)
  return isEmpty ? `${' '.repeat(depth(removed))}pass\n` : ''
}

const EXTENTS: Record<Extent, (file: string, source: string, at: number, found: string) => Range> = {
  line: (_, source, at) => ({ from: lineStart(source, at), to: pastLine(source, at) }),
  match: (_, __, at, found) => ({ from: at, to: at + found.length }),
  statement: (file, source, at) => statementAt(file, source, at),
  block: (file, source, at) => {
    const open = source.indexOf('{', at)
    const end = endOf(source, open, scannedAs(file), (_, closed) => closed)
    return { from: lineStart(source, at), to: pastLine(source, end) }
  },
  call: (file, source, at, found) => {
    const opening = found.includes('(') ? at + found.indexOf('(') : at + found.length
    const ofCall = found.includes('(')
    const end = endOf(source, opening, scannedAs(file), (i, closed) => (ofCall ? closed : source[i] === ','))
    const isChained = found.startsWith('.')
    const comma = !isChained && ofCall ? /^\s*,[ \t]*/.exec(source.slice(end))?.[0].length : undefined
    if (isChained || comma !== undefined || source[end - 1] === ',') {
      const to = end + (comma ?? 0)
      return { from: at, to: comma === undefined && !isChained ? skipBlank(source, at, to) : to }
    }
    // The last of a list takes the comma before it.
    const before = /,\s*$/.exec(source.slice(0, at))?.[0].length ?? 0
    return { from: at - before, to: end }
  },
}

/** A property on a line of its own takes the line. */
const skipBlank = (source: string, from: number, to: number): number =>
  source.slice(lineStart(source, from), from).trim() === '' ? pastLine(source, to - 1) : to
