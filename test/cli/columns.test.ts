import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { columnsOf, firstColumns, lastColumns } from '../../src/cli/columns.ts'

/** The characters of the scripts in use, and the emoji. */
const BLOCKS = [
  [0, 0x33ff],
  [0xa000, 0xac80],
  [0xf900, 0xffff],
  [0x1f000, 0x1fbff],
  [0x20000, 0x2000f],
] as const

function* characters(): Generator<string> {
  for (const [first, last] of BLOCKS)
    for (let point = first; point <= last; point++) yield String.fromCodePoint(point)
}

it('a character takes as many columns as another program says', () => {
  const wrong = [...characters()].filter((one) => columnsOf(one) !== stringWidth(one))
  expect(wrong).toEqual([])
})

it.each([
  ['✔️', 2],
  ['❤︎', 1],
  ['👍🏽', 2],
  ['🏳️‍🌈', 2],
  ['👩🏿‍🤝‍👨🏻', 2],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
  ['🇪🇺🇪🇺', 4],
  ['7️⃣', 2],
  ['7', 1],
  ['각', 2],
  ['각', 2],
  ['ｶﾞ', 2],
  ['की', 2],
  ['Z̷̢̛͓', 1],
  ['à la “carte” — ©…', 17],
  ['a™️b', 4],
])('%s takes %i columns', (words, columns) => {
  expect(columnsOf(words)).toBe(columns)
  expect(stringWidth(words)).toBe(columns)
})

it('a plain character followed by a mark is one', () => {
  expect(firstColumns('ab©️cd', 3)).toBe('ab')
  expect(firstColumns('ab©️cd', 4)).toBe('ab©️')
  expect(lastColumns('ab▶️cd', 3)).toBe('cd')
})
