import { expect, it } from 'vitest'
import { cappedLists } from '../../src/text/capped.ts'
import { plain } from '../../src/text/plain.ts'
import { code, list, MOST_LISTED, text } from '../../src/text/text.ts'

const listOf = (count: number) => list(Array.from({ length: count }, (_, i) => code(`x-${i}`)))
const shown = (words: ReturnType<typeof list>): string => plain(words, (value) => value)

it('a list has commas, and a conjunction before its last item', () => {
  expect([0, 1, 2, 3].map((count) => shown(listOf(count)))).toEqual([
    '',
    '`x-0`',
    '`x-0` and `x-1`',
    '`x-0`, `x-1` and `x-2`',
  ])
})

it('a list of thousands ends with how many more there are, which no limit changes', () => {
  const words = text`without ${listOf(20_000)}. More.`
  expect(words.length).toBeLessThan(2 * MOST_LISTED + 4)
  expect(shown(words)).toMatch(/, `x-999` and 19,000 more\. More\.$/)
  expect(shown(cappedLists(words, 2))).toBe('without `x-0`, `x-1` and 19,998 more. More.')
  expect(shown(listOf(MOST_LISTED + 1))).toMatch(/`x-999` and `x-1000`$/)
})
