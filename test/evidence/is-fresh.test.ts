import { describe, expect, it } from 'vitest'
import { isFresh } from '../../src/evidence/is-fresh.ts'
import { entry } from './entry.ts'

const DATE = 'Date: Thu, 26 Nov 2026 10:00:00 GMT'
const fresh = (age: number, ...received: readonly string[]): boolean =>
  isFresh(entry({ received }).response, age)

describe('isFresh', () => {
  it.each<[string, number, readonly string[], boolean]>([
    ['max-age that is left', 59, ['Cache-Control: public, max-age=60'], true],
    ['max-age that is over', 60, ['Cache-Control: max-age=60'], false],
    ['no-cache beside it', 1, ['Cache-Control: no-cache, max-age=60'], false],
    ['no-store', 1, ['Cache-Control: no-store'], false],
    ['Expires in time', 59, [DATE, 'Expires: Thu, 26 Nov 2026 10:01:00 GMT'], true],
    ['Expires that is over', 61, [DATE, 'Expires: Thu, 26 Nov 2026 10:01:00 GMT'], false],
    ['Expires that is no date', 1, [DATE, 'Expires: 0'], false],
    [
      'a tenth of the age of its last change',
      350,
      [DATE, 'Last-Modified: Thu, 26 Nov 2026 09:00:00 GMT'],
      true,
    ],
    ['more than that', 370, [DATE, 'Last-Modified: Thu, 26 Nov 2026 09:00:00 GMT'], false],
    ['nothing', 0, [], false],
  ])('by %s', (_, age, received, expected) => expect(fresh(age, ...received)).toBe(expected))
})
