import type { DiffItem, DiffReport } from '../internal.ts'
import { type DiffGroup, diffGroups, diffTally, sideWords } from './diff-groups.ts'
import type { Style } from './style.ts'
import { type Piece, wrap } from './wrap.ts'

interface DiffDrawing {
  readonly style: Style
  readonly width: number
}

/** Returns a comparison for a terminal: what changed, the worst first, with the reason before and after. */
export function diffLines(report: DiffReport, drawing: DiffDrawing): readonly string[] {
  const { style, width } = drawing
  const names = (side: 'before' | 'after'): string => report.sources[side].map(({ file }) => file).join(', ')
  return [
    ...paragraph([plainly(`${names('before')} → ${names('after')}`, style.bold)], width, ''),
    ...paragraph([plainly(diffTally(report))], width, ''),
    ...diffGroups(report).flatMap((group) => [
      '',
      style.bold(`${group.title} (${group.items.length})`),
      ...group.items.flatMap((item) => itemLines(item, group, drawing)),
    ]),
  ]
}

function itemLines(
  { method, target, pathPattern, before, after }: DiffItem,
  { id, mark }: DiffGroup,
  { style, width }: DiffDrawing,
): readonly string[] {
  const draw = id === 'fixed' ? style.green : mark === '✗' ? style.red : style.yellow
  const side = (label: string, words: string): readonly string[] =>
    words === '' ? [] : paragraph([plainly(`${label} `, style.dim), plainly(words)], width, '    ')
  const [then, now] = [sideWords(before), sideWords(after)]
  const isTwofold = then !== '' && now !== '' && then !== now
  return [
    ...wrap(
      [plainly(`${mark} `, draw), plainly(`${method} `), plainly(`${target}${pathPattern}`, style.bold)],
      {
        width,
        first: '  ',
        rest: '    ',
      },
    ),
    ...side(isTwofold ? 'before:' : '', then === now ? '' : then),
    ...side(isTwofold ? 'after:' : '', now),
  ]
}

const paragraph = (pieces: readonly Piece[], width: number, indent: string): readonly string[] =>
  wrap(pieces, { width, first: indent, rest: indent === '' ? '' : `${indent}  ` })

const plainly = (words: string, draw: Piece['draw'] = (same) => same): Piece => ({ words, draw })
