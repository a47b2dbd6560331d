import { expect, it } from 'vitest'
import { columnsOf } from '../../src/cli/columns.ts'
import { fitUrl } from '../../src/cli/fit-url.ts'
import { type Piece, wrap } from '../../src/cli/wrap.ts'

const plainly = (words: string): Piece => ({ words, draw: (drawn) => drawn })
const lines = (words: string, width: number, first = '', rest = ''): readonly string[] =>
  wrap([plainly(words)], { width, first, rest })

const FAMILY = '👨‍👩‍👧'
const COMBINED = 'e\u0301'

it.each<[what: string, words: string, width: number, expected: readonly string[]]>([
  ['words break at spaces', 'one two three', 7, ['one two', 'three']],
  ['a long word breaks where the line ends', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['an ideograph takes two columns', '日本語 テスト', 6, ['日本語', 'テスト']],
  ['and is not cut in two', '日本語', 5, ['日本', '語']],
  ['an emoji of several code points stays whole', FAMILY.repeat(3), 4, [FAMILY.repeat(2), FAMILY]],
  ['a flag too', '🇫🇷🇩🇪🇮🇹', 3, ['🇫🇷', '🇩🇪', '🇮🇹']],
  ['a combining mark takes no column', COMBINED.repeat(6), 3, [COMBINED.repeat(3), COMBINED.repeat(3)]],
  ['a mark alone goes on with its word', `ab${COMBINED}`, 3, [`ab${COMBINED}`]],
  ['a character beyond the basic plane is no half one', '𝒜𝒜𝒜', 2, ['𝒜𝒜', '𝒜']],
  ['what is wider than a line stands on one', '日本', 1, ['日', '本']],
  ['no words are one line', '', 10, ['']],
])('%s', (_, words, width, expected) => expect(lines(words, width)).toEqual(expected))

it('margins count by their columns', () => {
  expect(lines('ab cd ef', 6, '▶ 日', '  ')).toEqual(['▶ 日ab', '  cd', '  ef'])
})

it('a margin that leaves no room ends all the same', () =>
  expect(lines('abc', 2, '      ', '    ')).toEqual(['      ', '    a', '    b', '    c']))

it('each piece is drawn as it wants, across lines', () => {
  const marked: Piece = { words: '日本語', draw: (drawn) => `<${drawn}>` }
  expect(wrap([plainly('a'), marked, plainly('.')], { width: 5, first: '', rest: '' })).toEqual([
    'a<日本>',
    '<語>.',
  ])
})

it.each([
  ['https://api.example/items', 40, 'https://api.example/items'],
  ['https://api.example/items?query=long', 28, 'https://api.example/items?…'],
  ['https://api.example/a/long/path/to/items', 28, 'https://api.exampl…/to/items'],
  ['https://api.example/日本語日本語日本語', 28, 'https://api.exampl…語日本語'],
])('%s within %i columns is %s', (url, columns, expected) => {
  const shown = fitUrl(url, columns)
  expect(columnsOf(shown)).toBeLessThanOrEqual(columns)
  expect(shown).toBe(expected)
})
