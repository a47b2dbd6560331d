import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Report } from '../../src/internal.ts'
import { whycors } from '../cli/run-whycors.ts'

/** Words that version 0.1.0 said of each request of the sample, beside the picture, the browsers and header lines. */
const BEFORE = [188, 149, 152, 208, 20, 193, 223, 233, 171, 178, 192, 65, 51, 38]

/** A picture, the browsers' table and header lines to be copied are read at a glance. */
const isGlanced = (id: string, words: string): boolean =>
  id === 'exchange' || id === 'engines' || /^(In every response|Only in OPTIONS)/.test(words)

const countOf = (words: string): number => words.split(/\s+/).filter((word) => word !== '').length

test('the text of the sample’s requests is shorter by a third than it was, and none says more than 170 words', async () => {
  const sample = readFileSync(new URL('../../src/cli/sample.har', import.meta.url), 'utf8')
  const { out } = await whycors(['explain', '--sample', '--all', '--format', 'json'], {
    'sample.har': sample,
  })
  const { exchanges } = JSON.parse(out) as Report
  const counts = exchanges.map(({ headline, sections }) =>
    sections.reduce(
      (sum, { id, items }) =>
        sum +
        items
          .map((item) =>
            item
              .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text))
              .join(''),
          )
          .filter((words) => !isGlanced(id, words))
          .reduce((words, item) => words + countOf(item), 0),
      countOf(headline),
    ),
  )
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
  expect(counts).toHaveLength(BEFORE.length)
  expect(counts.filter((count, i) => count >= (BEFORE[i] ?? 0))).toEqual([])
  expect(Math.max(...counts)).toBeLessThanOrEqual(170)
  expect(sum(counts) * 3).toBeLessThanOrEqual(sum(BEFORE) * 2)
})
