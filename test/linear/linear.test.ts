import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Counted, counted } from './count-work.ts'
import { DIMENSIONS } from './recordings.ts'

type Everything = typeof import('./everything.ts')

let code: Counted<Everything>

beforeAll(async () => {
  code = await counted<Everything>('everything')
})
afterAll(() => code.close())

/**
 * By how much the work may grow more from the second size to the third than from the first to the second. Each size is
 * three times the one before: work in proportion grows by 3 times as much, sorting by 3.6, a square law by 9.
 */
const MOST = 4

it.each(Object.entries(DIMENSIONS))('the work grows in proportion to the %s', async (name, [least, make]) => {
  const work = (size: number): Promise<number> => {
    const recording = make(size)
    return code.work(async () => {
      await code.module.explainAndFix(recording)
      // Nesting stops a recording from being read at once; the command line reads it in pieces.
      if (!name.startsWith('nesting')) code.module.showInPanel(recording)
    })
  }
  // What is made once and kept is no part of it.
  await work(least)
  const [first, second, third] = [await work(least), await work(3 * least), await work(9 * least)]
  expect(third - second).toBeLessThan(MOST * (second - first) + first / 10)
})

it('counts what a square law does', async () => {
  const work = (size: number): Promise<number> => code.work(() => code.module.inSquare(size))
  const [first, second, third] = [await work(30), await work(90), await work(270)]
  expect((third - second) / (second - first)).toBeGreaterThan(7)
})

it('counts the steps of a pattern that tries every blank', async () => {
  const work = (size: number): Promise<number> => code.work(() => code.module.trimmedByPattern(size))
  const [first, second, third] = [await work(30), await work(90), await work(270)]
  expect((third - second) / (second - first)).toBeGreaterThan(7)
})
