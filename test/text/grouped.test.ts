import { expect, it } from 'vitest'
import { grouped } from '../../src/text/grouped.ts'

it.each([0, 7, 999, 1000, 20_000, 999_999, 1_000_000, 1_234_567_890])(
  '%i is grouped as English does',
  (count) => expect(grouped(count)).toBe(count.toLocaleString('en')),
)
