import { expect, it } from 'vitest'
import { code, plain, type Text, text } from '../../src/internal.ts'
import { promiseForAll } from '../../src/panel/fix/promise-for-all.ts'

const shown = (served: Text, why: Text): string => plain(promiseForAll(served, why), (value) => value)

it('makes one promise for all, and keeps what else the plan says', () =>
  expect(
    shown(text`All 3 are allowed.`, text`This one is allowed. It keeps ${code('PUT')}. Mind the cache.`),
  ).toBe('All 3 are allowed. It keeps `PUT`. Mind the cache.'))

it('says no sentence twice', () =>
  expect(
    shown(text`All 3 are allowed. Unless ${code('x')}.`, text`This one is. Unless ${code('x')}. Good.`),
  ).toBe('All 3 are allowed. Unless `x`. Good.'))

it('is the promise alone if the plan says no more', () =>
  expect(shown(text`All 3 are allowed.`, text`This one is allowed.`)).toBe('All 3 are allowed.'))
