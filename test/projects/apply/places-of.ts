import type { Edit } from '../../../src/fix/placements/edit.ts'
import { blockOf } from './block-of.ts'

/** An edit whose place a pattern finds. */
export type Finding = Extract<Edit, { readonly find: string }>

/** Returns where an edit goes in a file, by its pattern and what has to be around and inside. */
export function placesOf(
  file: string,
  source: string,
  edit: Finding,
  host: string,
): readonly RegExpExecArray[] {
  const all = [...source.matchAll(new RegExp(edit.find, 'gm'))] as RegExpExecArray[]
  const around = edit.within === undefined ? null : blocksOf(file, source, edit.within)
  const ofHost = (text: string): boolean => edit.ofHost !== true || text.includes(host)
  const fits = all.filter(({ index }) => {
    const block = blockOf(file, source, index)
    return edit.having === undefined || (block !== null && new RegExp(edit.having, 'm').test(block.text))
  })
  const own =
    around === null
      ? fits.filter(
          ({ index }) => ofHost(blockOf(file, source, index)?.text ?? '') || ofHost(lineAt(source, index)),
        )
      : fits.filter(({ index }) =>
          preferred(around, ofHost).some(({ start, end }) => start <= index && index < end),
        )
  const chosen = own.length > 0 || around !== null ? own : fits
  if (edit.every) return chosen
  const { outermost } = edit
  const outer =
    outermost === undefined ? [] : chosen.filter((one) => new RegExp(named(outermost, one), 'm').test(source))
  return (outer.length > 0 ? outer : chosen).slice(0, 1)
}

const blocksOf = (file: string, source: string, opening: string) =>
  [...source.matchAll(new RegExp(opening, 'gm'))].flatMap(({ index }) => blockOf(file, source, index) ?? [])

/** Those of the host, where there are such. */
function preferred<T extends { readonly text: string }>(
  blocks: readonly T[],
  isOwn: (text: string) => boolean,
) {
  const own = blocks.filter(({ text }) => isOwn(text))
  return own.length > 0 ? own : blocks
}

const lineAt = (source: string, at: number): string => source.slice(at, source.indexOf('\n', at))

/** Replaces the names in angle brackets of a pattern by what a match found for them. */
const named = (pattern: string, { groups }: RegExpExecArray): string =>
  Object.entries(groups ?? {}).reduce((text, [name, value]) => text.replaceAll(`<${name}>`, value), pattern)
