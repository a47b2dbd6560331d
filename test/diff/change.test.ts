import { expect, test } from 'vitest'
import { type Counts, changeOf } from '../../src/diff/change.ts'

const counts = (blocked: number, allowed: number, unclear = 0): Counts => ({ blocked, allowed, unclear })

test.each([
  ['fixed', counts(2, 0), counts(0, 2)],
  ['fixed, of which some worked', counts(1, 1), counts(0, 2)],
  ['broken', counts(0, 2), counts(2, 0)],
  ['broken, though only one is blocked', counts(0, 2), counts(1, 1)],
  ['broken, as those that worked are blocked now', counts(1, 1), counts(2, 0)],
  ['stillBlocked', counts(2, 0), counts(2, 0)],
  ['stillBlocked, though one works now', counts(2, 0), counts(1, 1)],
  ['appeared', null, counts(1, 0)],
  ['gone', counts(1, 0), null],
  ['unclear: it fails for another reason now', counts(1, 0), counts(0, 0, 1)],
  ['unclear: some fail for another reason now', counts(2, 0), counts(0, 1, 1)],
  ['unclear: nobody knows what it was', counts(0, 0, 1), counts(1, 0)],
  ['unclear: it worked, and nobody knows what it is', counts(0, 1), counts(0, 0, 1)],
  ['unchanged', counts(0, 1), counts(0, 3)],
  ['unchanged, and unclear in both', counts(0, 0, 1), counts(0, 0, 2)],
])('%s', (name, before, after) => expect(changeOf(before, after)).toBe(/^\w+/.exec(name)?.[0]))
